package io.cloudpulse.tests.postgres;

import static io.cloudpulse.tests.sinks.Deliveries.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.RunCounter;
import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.PostgresDeadLetters;
import io.cloudpulse.transforms.postgres.PostgresLedger;
import io.cloudpulse.transforms.postgres.PostgresTallies;
import io.cloudpulse.transforms.postgres.RunStart;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a run counted, as its report sees it. */
@ExtendWith(PostgresServer.class)
class PostgresLedgerIT {
  private final Dataset dataset = Deliveries.dataset("counted");

  @BeforeEach
  void forgetEarlierRuns() throws SQLException {
    TestDatabase.execute("drop table if exists tests.counted");
    TestDatabase.forget("run-1");
    TestDatabase.forget("run-2");
  }

  @Test
  void knowsNothingOfARunThatHasNotCounted() throws SQLException {
    assertThat(totals("run-1"))
        .isEqualTo(new RunTotals(0, 0, Map.of(), Map.of(), Map.of(), Map.of()));
  }

  @Test
  void sumsARunsRangesOnceHoweverOftenTheyAreTold() throws SQLException {
    RangeTally first = RangeTally.of("f#0-9", 10, 7, Map.of("type", 2L, "rule", 1L), Map.of());
    RangeTally second = RangeTally.of("f#9-20", 5, 4, Map.of("type", 1L), Map.of("blank", 3L));

    tell("run-1", first, second);
    tell("run-1", second);
    SinkRun.send(
        dataset, "run-1", List.of(row(1, 1, 1, "a"), row(2, 1, 1, "a"), row(3, 3, 1, "\0")));

    assertThat(totals("run-1"))
        .isEqualTo(
            new RunTotals(
                15,
                11,
                Map.of("type", 3L, "rule", 1L),
                Map.of("blank", 3L),
                Map.of("postgres", new SinkTotals(2, 1, 1)),
                Map.of("postgres:tests.counted", 1L)));
  }

  @Test
  void countsPiecesByOffsetHoweverTheyAreCut() throws SQLException {
    RunCounter counter = new RunCounter();
    List.of(0L, 1L, 2L, 4L).forEach(counter::accepted);
    counter.refused(3, Reason.TYPE);
    RangeTally first = RangeTally.ofRuns("t/0", counter.take());
    List.of(2L, 4L, 7L).forEach(counter::accepted);
    counter.refused(3, Reason.TYPE);
    counter.refused(9, Reason.RULE);
    counter.count(9, "corrected");
    RangeTally again = RangeTally.ofRuns("t/0", counter.take());

    tell("run-1", first);
    tell("run-1", again);
    tell("run-1", first);

    assertThat(totals("run-1"))
        .isEqualTo(
            new RunTotals(
                7, 5, Map.of("type", 1L, "rule", 1L), Map.of("corrected", 1L), Map.of(), Map.of()));
    assertThat(TestDatabase.query("select through from pulse.read_ranges where run = 'run-1'"))
        .containsExactly("9");
  }

  @Test
  void countsAnAttemptForEachRunThatSeesADeadLetterAgain() throws SQLException {
    List<VersionedRecord> bad = List.of(row(1, 1, 1, "\0"));

    SinkRun.send(dataset, "run-1", bad);
    SinkRun.send(dataset, "run-1", bad);
    SinkRun.send(dataset, "run-2", bad);

    assertThat(
            TestDatabase.query(
                "select run, attempts, status, last_seen > first_seen, message"
                    + " from pulse.dead_letters where step = 'postgres:tests.counted'"))
        .containsExactly(
            "run-2|2|open|t|PostgreSQL refused it: invalid byte sequence for encoding"
                + " \"UTF8\": 0x00 (SQLSTATE 22021)");
  }

  @Test
  void writesDownHowARunBeganAndEnded() throws SQLException {
    PostgresDeadLetters.into(TestDatabase.address()).prepare();
    try (PostgresLedger ledger = PostgresLedger.in(TestDatabase.address())) {
      ledger.start(
          new RunStart("run-1", "tests.counted", "files:x", "postgres", "direct", "batch", ""));
      ledger.finish("run-1", "done", "{\"read\": 1}");
    }

    assertThat(
            TestDatabase.query(
                "select state, report, finished_at >= started_at from pulse.runs"
                    + " where run = 'run-1'"))
        .containsExactly("done|{\"read\": 1}|t");
  }

  private static void tell(String run, RangeTally... tallies) {
    PostgresDeadLetters.into(TestDatabase.address()).prepare();
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.of(List.of(tallies)))
        .apply(PostgresTallies.into(TestDatabase.address(), run));
    pipeline.run().waitUntilFinish();
  }

  private static RunTotals totals(String run) throws SQLException {
    PostgresDeadLetters.into(TestDatabase.address()).prepare();
    try (PostgresLedger ledger = PostgresLedger.in(TestDatabase.address())) {
      return ledger.totals(run);
    }
  }
}
