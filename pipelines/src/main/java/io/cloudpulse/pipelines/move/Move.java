package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.UnfitTarget;
import io.cloudpulse.transforms.files.FileListing;
import io.cloudpulse.transforms.files.ReadFiles;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresSink;
import io.cloudpulse.transforms.postgres.PostgresTallies;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** One move, from checked settings to a graph that is ready to run. */
public final class Move {
  private static final String HEADER_ADVICE =
      "Nothing was written. Correct the files, or tell the dataset what they call a field"
          + " (aliases, in a dataset file of your own: docs/dataset-files.md).";
  private static final String SINK_ADVICE =
      "\nNothing was written. See that it runs and lets you in. A database of your own:"
          + " ./pulse up, then --sink=postgres";

  private final MoveSettings settings;
  private final String run;
  private final PipelineOptions options;
  private final FileListing listing;
  private final List<Sink> sinks;

  private Move(MoveSettings settings, String run, PipelineOptions options, FileListing listing) {
    this.settings = settings;
    this.run = run;
    this.options = options;
    this.listing = listing;
    this.sinks =
        settings.sinks().stream()
            .<Sink>map(sink -> PostgresSink.of(settings.dataset(), sink.database(), run))
            .toList();
  }

  /**
   * Lists the source's files and checks their headers; nothing is written.
   *
   * @throws StoppedException if no file matches, or a header does not fit
   */
  public static Move prepare(MoveSettings settings, String run) {
    Move move = examine(settings, run);
    if (!move.listing.problems().isEmpty()) {
      List<String> told = new ArrayList<>(move.listing.problems());
      told.add(HEADER_ADVICE);
      throw StoppedException.because(ExitCode.PLAN_REFUSED, told);
    }
    return move;
  }

  /**
   * The same for a plan: problems of files are for it to tell, and stay in the listing.
   *
   * @throws StoppedException if no file matches
   */
  public static Move examine(MoveSettings settings, String run) {
    PipelineOptions options =
        PipelineOptionsFactory.fromArgs(settings.runner().forBeam(settings.runnerArgs())).create();
    options.setJobName("pulse-" + run.toLowerCase(java.util.Locale.ROOT));
    FileSystems.setDefaultPipelineOptions(options);
    FileListing listing =
        FileListing.of(
            settings.dataset(),
            settings.glob(),
            FileListing.Options.of(settings.asOf(), settings.refuseUnknownColumns()));
    if (listing.files() == 0) {
      throw StoppedException.because(
          ExitCode.WRONG_FLAGS,
          "--source was \""
              + settings.source()
              + "\", but no file matches it. For example: --source=files:data/orders*.csv");
    }
    return new Move(settings, run, options, listing);
  }

  /**
   * Makes the sinks ready.
   *
   * @throws StoppedException if what is there does not fit the dataset, or cannot be reached
   */
  public void prepareSinks() {
    for (SinkAddress sink : settings.sinks()) {
      if (sink.trouble().isPresent()) {
        throw StoppedException.because(ExitCode.FAILED, sink.trouble().get());
      }
    }
    try {
      sinks.forEach(Sink::prepare);
      DeadLetterAddress.of(settings).prepare();
    } catch (UnfitTarget unfit) {
      throw StoppedException.because(ExitCode.PLAN_REFUSED, unfit.getMessage(), unfit);
    } catch (IllegalStateException unreachable) {
      throw StoppedException.because(
          ExitCode.FAILED, unreachable.getMessage() + SINK_ADVICE, unreachable);
    }
  }

  /** The graph, on the runner that the settings name. */
  public Pipeline pipeline() {
    Pipeline pipeline = Pipeline.create(options);
    MoveGraph.addTo(
        pipeline,
        settings.dataset().name(),
        new MoveGraph.Edges(
            source(),
            sinks,
            DeadLetterAddress.of(settings).write(),
            PostgresTallies.into(ledger(), run)));
    return pipeline;
  }

  /** What reads the listed files, as every run of these settings reads them. */
  public ReadFiles source() {
    return ReadFiles.of(settings.dataset(), listing.ranges(), run, settings.refuseUnknownColumns());
  }

  /** What the graph is run with. */
  public PipelineOptions options() {
    return options;
  }

  /** The database that counts what a run does: the first sink's. */
  public PostgresAddress ledger() {
    SinkAddress first = settings.sinks().get(0);
    return first.database();
  }

  /** Where refused records are kept, for a person. */
  public String deadLetters() {
    return DeadLetterAddress.of(settings).toString();
  }

  public MoveSettings settings() {
    return settings;
  }

  public String run() {
    return run;
  }

  public FileListing listing() {
    return listing;
  }

  public List<Sink> sinks() {
    return sinks;
  }
}
