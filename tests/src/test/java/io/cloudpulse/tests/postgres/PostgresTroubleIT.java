package io.cloudpulse.tests.postgres;

import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lost connections, other writers and missing tables. */
@ExtendWith(PostgresServer.class)
class PostgresTroubleIT {
  private static final int KILLS = 5;

  private static final String KILL_WRITERS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where application_name = 'pulse' and query like 'insert into \"tests\"%'";

  private final Dataset dataset = Deliveries.dataset("troubled");

  @BeforeEach
  void startWithoutTheTable() throws SQLException {
    TestDatabase.execute("drop table if exists tests.troubled");
    TestDatabase.forget("run-a");
    TestDatabase.forget("run-b");
  }

  @Test
  void survivesKilledConnectionsAndCountsExactly() throws SQLException {
    CompletableFuture<Void> sent =
        CompletableFuture.runAsync(() -> SinkRun.send(dataset, "run-a", rows(1, 60_000, 1)));

    int killed = 0;
    while (!sent.isDone() && killed < KILLS) {
      killed += TestDatabase.query(KILL_WRITERS).size();
    }
    sent.join();

    assertThat(killed).isPositive();
    assertThat(TestDatabase.query("select count(*), sum(id) from tests.troubled"))
        .containsExactly("60000|1800030000");
    assertThat(TestDatabase.counts("run-a")).containsExactly("60000|60000|0|0");
  }

  @Test
  void letsTwoWritersTakeTheSameRowsInDifferentOrder() throws SQLException {
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(() -> SinkRun.send(dataset, "run-a", shuffled(1)));
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(() -> SinkRun.send(dataset, "run-b", shuffled(2)));
    CompletableFuture.allOf(first, second).join();

    assertThat(
            TestDatabase.query("select count(*), min(_version), max(_version) from tests.troubled"))
        .containsExactly("5000|2|2");
    assertThat(
            TestDatabase.query(
                "select sum(delivered - superseded) >= 5000 from pulse.sink_ranges"
                    + " where run in ('run-a', 'run-b')"))
        .containsExactly("t");
  }

  @Test
  void failsAtOnceWhenTheTableIsGone() throws SQLException {
    SinkRun.send(dataset, "run-a", rows(1, 10, 1));
    TestDatabase.execute("alter table tests.troubled drop column weight");

    assertThatThrownBy(() -> SinkRun.sendUnprepared(dataset, "run-b", rows(1, 10, 1)))
        .hasMessageContaining("column \"weight\" of relation \"troubled\" does not exist");
    assertThat(TestDatabase.query("select * from pulse.dead_letters where run = 'run-b'"))
        .isEmpty();
  }

  private static List<VersionedRecord> shuffled(int version) {
    List<VersionedRecord> rows = new ArrayList<>(rows(1, 5_000, version));
    java.util.Collections.shuffle(rows, new Random(version));
    return Deliveries.renumbered(rows);
  }
}
