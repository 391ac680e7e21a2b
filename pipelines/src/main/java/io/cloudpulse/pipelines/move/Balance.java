package io.cloudpulse.pipelines.move;

import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import io.cloudpulse.transforms.Sink;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that nothing was lost in silence. The numbers come from three places that do not know of
 * each other: what the readers tallied, what each sink counted as it stored, and the dead letters
 * that are there.
 */
final class Balance {
  private final RunTotals totals;
  private final List<Sink> sinks;

  Balance(RunTotals totals, List<Sink> sinks) {
    this.totals = totals;
    this.sinks = sinks;
  }

  /** What does not add up; empty if all does. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    long refused = totals.refused().values().stream().mapToLong(Long::longValue).sum();
    if (totals.read() != totals.accepted() + refused) {
      problems.add(
          "read "
              + totals.read()
              + " is not accepted "
              + totals.accepted()
              + " + refused "
              + refused);
    }
    long deadLetters = totals.deadLetters().getOrDefault("read", 0L);
    if (deadLetters != refused) {
      problems.add("refused " + refused + " records, but kept " + deadLetters + " dead letters");
    }
    for (Sink sink : sinks) {
      checkSink(sink, problems);
    }
    return problems;
  }

  private void checkSink(Sink target, List<String> problems) {
    String name = target.name();
    SinkTotals sink = totals.sinks().getOrDefault(name, new SinkTotals(0, 0, 0));
    if (sink.delivered() + sink.refused() != totals.accepted()) {
      problems.add(
          name
              + " took "
              + sink.delivered()
              + " and refused "
              + sink.refused()
              + ", but "
              + totals.accepted()
              + " were accepted");
    }
    long deadLetters = totals.deadLetters().getOrDefault(target.address(), 0L);
    if (deadLetters != sink.refused()) {
      problems.add(
          name + " refused " + sink.refused() + ", but kept " + deadLetters + " dead letters");
    }
  }
}
