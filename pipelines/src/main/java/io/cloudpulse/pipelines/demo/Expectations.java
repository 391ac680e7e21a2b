package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.move.RunReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what a run reported with what the generator knows it planted. */
final class Expectations {
  private final List<String> problems = new ArrayList<>();

  private Expectations() {}

  /** What is not as it must be; empty if all is. */
  static List<String> missedBy(RunReport report, Expected expected) {
    Expectations check = new Expectations();
    check.problems.addAll(report.imbalance());
    check.same("records read", report.read(), expected.records());
    check.same("records accepted", report.accepted(), expected.good());
    check.same("refused by reason", report.refusedByReason(), expected.refused());
    return check.problems;
  }

  /** The same of a shop's visits. */
  static List<String> missedBy(RunReport report, ShopFeed feed) {
    Expectations check = new Expectations();
    check.problems.addAll(report.imbalance());
    check.same("records read", report.read(), feed.lines().size());
    check.same("refused by reason", report.refusedByReason(), feed.refused());
    return check.problems;
  }

  /** The same where a sink refuses some. */
  static List<String> missedBy(RunReport report, long bySink) {
    Expectations check = new Expectations();
    check.problems.addAll(report.imbalance());
    check.same(
        "records refused by a sink",
        report.refusedBySink().values().stream().mapToLong(Long::longValue).sum(),
        bySink);
    return check.problems;
  }

  /** Tables that hold more or fewer rows than the generator's keys. */
  static List<String> missedIn(Answers answers, Map<DemoDataset, Expected> planted)
      throws SQLException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<DemoDataset, Expected> entry : planted.entrySet()) {
      long found = answers.rowsIn(entry.getKey().name());
      if (found != entry.getValue().rowsInSink()) {
        problems.add(
            "%s has %,d rows, but must have %,d. An older demo's rows? ./pulse down --reset"
                .formatted(entry.getKey().name(), found, entry.getValue().rowsInSink()));
      }
    }
    return problems;
  }

  private void same(String what, long found, long wanted) {
    if (found != wanted) {
      problems.add("%s: %,d, but %,d were planted".formatted(what, found, wanted));
    }
  }

  private void same(String what, Map<String, Long> found, Map<String, Long> wanted) {
    if (!found.equals(wanted)) {
      problems.add("%s: %s, but %s were planted".formatted(what, found, wanted));
    }
  }
}
