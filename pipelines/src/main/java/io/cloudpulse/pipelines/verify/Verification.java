package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.RunFailure;
import io.cloudpulse.pipelines.source.SourceWork;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.UnfitTarget;
import java.io.IOException;
import java.io.Serializable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.Pipeline;

/** Compares a sink with what a source says must be in it. Changes neither. */
public final class Verification {
  private final Move move;
  private final Dataset dataset;
  private final SinkAddress address;
  private TargetState target = TargetState.missing();

  private Verification(Move move) {
    this.move = move;
    this.dataset = move.settings().dataset();
    this.address = move.settings().sinks().get(0);
  }

  /**
   * Looks at the source and at what the sink has of it.
   *
   * @throws StoppedException if one of them is not there, or does not fit the dataset
   */
  public static Verification prepare(MoveSettings settings, String run) {
    if (settings.sinks().size() != 1) {
      throw StoppedException.because(
          ExitCode.WRONG_FLAGS,
          "--sink named "
              + settings.sinks().size()
              + " sinks, but must be one: they are verified one by one. For example:"
              + " --sink=postgres");
    }
    if (settings.stream().isPresent()) {
      throw StoppedException.because(
          ExitCode.WRONG_FLAGS,
          "a stream has no end to be verified at: --mode=batch takes what the source holds now");
    }
    if (settings.incremental()) {
      throw StoppedException.because(
          ExitCode.WRONG_FLAGS,
          "--incremental is for run: verify compares all that the source holds");
    }
    Verification verification = new Verification(Move.prepare(settings, run));
    verification.checkTarget();
    return verification;
  }

  private void checkTarget() {
    Sink sink = move.sinks().get(0);
    TargetState state = address.trouble().map(TargetState::unreachable).orElseGet(sink::inspect);
    String name = sink.address() + " at " + address.place();
    target = state;
    switch (state.kind()) {
      case FITS, GROWS, LACKS -> {}
      case MISSING -> throw unfit(name, List.of("it is not there: nothing was moved here yet"));
      case UNFIT -> throw unfit(name, state.details());
      case UNREACHABLE ->
          throw StoppedException.because(
              ExitCode.FAILED, name + " does not answer: " + state.details().get(0));
    }
  }

  private static StoppedException unfit(String target, List<String> differences) {
    return StoppedException.because(
        ExitCode.PLAN_REFUSED, new UnfitTarget(target, differences).getMessage());
  }

  /**
   * Compares and waits for the end.
   *
   * @throws StoppedException if it fails; whether the sink is right is not known then
   */
  public VerifyReport run() {
    long began = System.nanoTime();
    try (SourceWork source = move.work();
        SinkRows sink = SinkRows.of(address, dataset, target.lacks());
        ResultFile result = ResultFile.create()) {
      source.prepare();
      runGraph(sink.open(), sink.reader(), result);
      Comparison comparison = result.read();
      try (DifferenceReader differences =
          new DifferenceReader(dataset, leftOut(), source, sink.reader())) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        return VerifyReport.of(move, target, comparison, differences, elapsed);
      }
    } catch (SQLException | IOException failure) {
      throw StoppedException.because(
          ExitCode.FAILED, "It could not be verified: " + failure.getMessage(), failure);
    }
  }

  /** Fields that are not stored because a policy says so are not missed. */
  private List<String> leftOut() {
    return target.kind() == TargetState.Kind.LACKS ? target.lacks() : List.of();
  }

  private void runGraph(List<? extends Serializable> parts, RowsReader rows, ResultFile result) {
    Pipeline pipeline = Pipeline.create(move.options());
    SourceWork source = move.work();
    ExpectFn expect =
        new ExpectFn(
            dataset,
            leftOut(),
            move.sinks().get(0).address(),
            source.rangeNames(),
            DeadLetterAddress.of(move.settings()));
    FindFn find = new FindFn(dataset, leftOut(), rows, source.carriesVersions());
    VerifyGraph.addTo(
        pipeline,
        new VerifyGraph.Edges(source.read(move.run()), expect, parts, find, result.name()));
    try {
      pipeline.run().waitUntilFinish();
    } catch (RuntimeException failure) {
      throw StoppedException.because(
          ExitCode.FAILED, "It could not be verified: " + RunFailure.cause(failure), failure);
    }
  }
}
