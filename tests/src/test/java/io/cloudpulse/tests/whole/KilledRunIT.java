package io.cloudpulse.tests.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Checksum;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run that dies at once, with all that it held in memory, loses and doubles nothing. */
@ExtendWith(PostgresServer.class)
class KilledRunIT {
  private static final String DATASET = "activity.events";
  private static final int ROWS = 150_000;

  @TempDir Path folder;

  @Test
  void comesToTheSameRowsWhenItIsStartedAgain(Database undisturbed, Database disturbed)
      throws Exception {
    Path file = folder.resolve("details.csv");
    GeneratedData.dirty(DATASET, ROWS, file);
    Moving moving = Moving.of(DATASET, disturbed).on("flink");
    killHalfway(moving.args(file.toString()).toArray(String[]::new), disturbed);

    RunReport again = moving.move(file);

    assertThat(ranges(again, disturbed)).as("parts that were read side by side").isEqualTo("2");
    assertThat(again.imbalance()).isEmpty();
    assertThat(again.superseded().get("postgres")).isGreaterThanOrEqualTo(ROWS / 2);
    RunReport once = Moving.of(DATASET, undisturbed).on("flink").move(file);
    assertThat(once.superseded().get("postgres")).isLessThan(ROWS / 10);
    assertThat(again.delivered()).isEqualTo(once.delivered());
    assertThat(again.refusedByReason()).isEqualTo(once.refusedByReason());
    assertThat(Checksum.of(DATASET, disturbed)).isEqualTo(Checksum.of(DATASET, undisturbed));
    assertThat(deadLetters(disturbed)).isEqualTo(deadLetters(undisturbed));
  }

  private static void killHalfway(String[] args, Database database) throws Exception {
    try (PulseProcess process = PulseProcess.start(args)) {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(10))
          .failFast("the run ended by itself", () -> !process.isAlive())
          .until(() -> delivered(database) >= ROWS / 2);
      assertThat(process.kill()).as("exit code of a process that was killed").isEqualTo(137);
    }
    assertThat(delivered(database)).isBetween((long) ROWS / 2, ROWS * 99L / 100 - 1);
    assertThat(database.query("select state from pulse.runs")).containsExactly("running");
  }

  /** What the run has counted by now; nothing, before it made its tables. */
  private static long delivered(Database database) throws SQLException {
    if (database.one("select to_regclass('pulse.sink_ranges') is null").equals("t")) {
      return 0;
    }
    return Long.parseLong(
        database.one("select coalesce(sum(delivered), 0) from pulse.sink_ranges"));
  }

  private static String ranges(RunReport report, Database database) throws SQLException {
    return database.one(
        "select count(*) from pulse.read_ranges where run = '" + report.run() + "'");
  }

  private static String deadLetters(Database database) throws SQLException {
    return database.one(
        "select count(*), md5(string_agg(id || reason || byte_offset, ' ' order by id))"
            + " from pulse.dead_letters");
  }
}
