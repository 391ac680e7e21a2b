package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.deadletters.DeadLetterAddress;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.UnfitTarget;
import io.cloudpulse.transforms.postgres.PostgresPreparation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes ready, before a job starts, all that it writes to. */
record SinkPreparation(MoveSettings settings, List<Sink> sinks, Summaries summaries) {
  private static final String SINK_ADVICE =
      "\nNothing was written. See that it runs and lets you in. Servers of your own: ./pulse up,"
          + " then --sink=postgres,elasticsearch";

  /**
   * Prepares them.
   *
   * @throws StoppedException if what is there does not fit the dataset, or cannot be reached
   */
  void prepare() {
    stopAtTrouble();
    try {
      Targets.check(Stream.concat(sinks.stream(), summaries.sinks()).toList());
      sinks.forEach(Sink::prepare);
      summaries.prepare();
      PostgresPreparation.of(settings.ledger().database()).prepare();
      DeadLetterAddress.of(settings).prepare();
    } catch (UnfitTarget unfit) {
      throw StoppedException.because(ExitCode.PLAN_REFUSED, unfit.getMessage(), unfit);
    } catch (IllegalStateException unreachable) {
      throw StoppedException.because(
          ExitCode.FAILED, unreachable.getMessage() + SINK_ADVICE, unreachable);
    }
  }

  private void stopAtTrouble() {
    Stream.concat(settings.sinks().stream(), Stream.of(settings.ledger()))
        .map(SinkAddress::trouble)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            trouble -> {
              throw StoppedException.because(ExitCode.FAILED, trouble);
            });
  }
}
