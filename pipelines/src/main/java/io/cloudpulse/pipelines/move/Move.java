package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.FlinkCluster;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.preflight.Capabilities;
import io.cloudpulse.pipelines.preflight.Forced;
import io.cloudpulse.pipelines.preflight.Mode;
import io.cloudpulse.pipelines.preflight.Preflight;
import io.cloudpulse.pipelines.source.SourceWork;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresTallies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/** One move, from checked settings to a graph that is ready to run. */
public final class Move {
  private final MoveSettings settings;
  private final String run;
  private final PipelineOptions options;
  private final SourceWork work;
  private final List<Sink> sinks;
  private final Summaries summaries;
  private final Forced forced;
  private Preflight said;

  private Move(
      MoveSettings settings, String run, PipelineOptions options, SourceWork work, Forced forced) {
    this.settings = settings;
    this.run = run;
    this.options = options;
    this.work = work;
    this.sinks = sinksOf(settings.dataset());
    this.summaries = Summaries.of(settings, this::sinksOf);
    this.forced = forced;
  }

  private Move(Move other, Summaries summaries) {
    this.settings = other.settings;
    this.run = other.run;
    this.options = other.options;
    this.work = other.work;
    this.sinks = other.sinks;
    this.summaries = summaries;
    this.forced = other.forced;
  }

  /** The same, with steps that are to run although the runner is said not to be able to. */
  public Move forcing(Forced steps) {
    return new Move(settings, run, options, work, steps);
  }

  /** The same batch, of whose records something else is computed than its settings say. */
  public Move computing(
      String name,
      PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> compute,
      Sink into) {
    return new Move(this, Summaries.one(settings, name, compute, into));
  }

  private List<Sink> sinksOf(Dataset dataset) {
    return settings.sinks().stream()
        .map(sink -> sink.open(dataset, ledger(), run, settings.schema()))
        .toList();
  }

  /**
   * Looks at the source and checks what it finds; nothing is written.
   *
   * @throws StoppedException if there is nothing, or it does not fit
   */
  public static Move prepare(MoveSettings settings, String run) {
    Move move = examine(settings, run);
    List<String> told = new ArrayList<>(move.work.problems());
    if (!told.isEmpty()) {
      told.add(("Nothing was written. " + move.work.advice()).strip());
    }
    told.addAll(LookedUpTable.problems(settings));
    told.addAll(UsedModel.problems(settings));
    if (!told.isEmpty()) {
      throw StoppedException.because(ExitCode.PLAN_REFUSED, told);
    }
    return move;
  }

  /**
   * The same for a plan: problems of the source are for it to tell.
   *
   * @throws StoppedException if there is nothing to read
   */
  public static Move examine(MoveSettings settings, String run) {
    return of(settings, run, () -> SourceWork.of(settings));
  }

  /** A move of a source that is known already. */
  public static Move of(MoveSettings settings, String run, SourceWork work) {
    return of(settings, run, () -> work);
  }

  /** The source is looked at when the file systems are set up. */
  private static Move of(MoveSettings settings, String run, Supplier<SourceWork> work) {
    PipelineOptions options =
        PipelineOptionsFactory.fromArgs(settings.runner().forBeam(settings.runnerArgs())).create();
    if (settings.runnerArgs().stream().noneMatch(flag -> flag.startsWith("--jobName="))) {
      options.setJobName(jobName(run));
    }
    JobFiles.setUp(options);
    return new Move(settings, run, options, work.get(), Forced.none());
  }

  /** A stream's is the same each time: Dataflow runs no two jobs of one name, and updates by it. */
  private static String jobName(String run) {
    return "pulse-"
        + run.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }

  /**
   * Makes the sinks ready.
   *
   * @throws StoppedException if what is there does not fit the dataset, or cannot be reached
   */
  public void prepareSinks() {
    new SinkPreparation(settings, sinks, summaries).prepare();
  }

  /** The graph, on the runner that the settings name. */
  public Pipeline pipeline() {
    Pipeline pipeline = Pipeline.create(options);
    MoveGraph.addTo(
        pipeline,
        settings.dataset().name(),
        new MoveGraph.Edges(
            work.read(run),
            history(),
            sinks,
            summaries,
            DeadLetterAddress.of(settings).write(),
            PostgresTallies.into(ledger(), run)));
    return pipeline;
  }

  private List<PTransform<PBegin, PCollectionTuple>> history() {
    if (settings.windows().isEmpty()) {
      return List.of();
    }
    Optional<PTransform<PBegin, PCollectionTuple>> files =
        settings.history().map(before -> SourceWork.of(before.withoutArchive()).read(run));
    return Stream.of(files, work.again(run)).flatMap(Optional::stream).toList();
  }

  /**
   * Runs the graph and waits for its end. A runner that knows how it ended says so; one that does
   * not leaves it to the balance.
   */
  public void runToEnd() {
    RunningJob job = new RunningJob(cluster(), options.getJobName());
    job.runToEnd(pipeline());
  }

  /** The cluster that its job is for, if that is one that is not ended with this process. */
  Optional<FlinkJobs> cluster() {
    return FlinkCluster.of(settings.runnerArgs()).map(FlinkJobs::on);
  }

  /**
   * What is left to do in the sinks when the job has ended.
   *
   * @throws IllegalStateException if one of them cannot do it
   */
  void complete() {
    Stream.concat(sinks.stream(), summaries.sinks()).forEach(Sink::complete);
  }

  /** What the runner says of the graph, before anything is started. It is asked once. */
  public Preflight preflight() {
    if (said == null) {
      Capabilities runner = Capabilities.of(settings.runner().name());
      said = Preflight.of(pipeline(), runner, mode(runner), forced);
    }
    return said;
  }

  private Mode mode(Capabilities runner) {
    return settings.rounds().isPresent() ? Mode.ROUNDS : runner.mode(settings.stream().isPresent());
  }

  /** The steps that are to run whatever the runner is said to be able to. */
  Forced forced() {
    return forced;
  }

  /** What the source holds, and what reads it. */
  public SourceWork work() {
    return work;
  }

  /** What refuses the run: of the source, of what its records take from elsewhere, of the model. */
  public List<String> problems() {
    return Stream.of(
            work.problems(), LookedUpTable.problems(settings), UsedModel.problems(settings))
        .flatMap(List::stream)
        .toList();
  }

  /** What the graph is run with. */
  public PipelineOptions options() {
    return options;
  }

  /** The database that counts what a run does. */
  public PostgresAddress ledger() {
    return settings.ledger().database();
  }

  public MoveSettings settings() {
    return settings;
  }

  public String run() {
    return run;
  }

  public List<Sink> sinks() {
    return sinks;
  }
}
