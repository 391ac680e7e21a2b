package io.cloudpulse.tests.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand records, of which a thousand are bad and five thousand stand there twice. */
@ExtendWith(PostgresServer.class)
class DirtyIT {
  private static final String DATASET = "crm.sales_pipeline";

  @TempDir static Path folder;

  private static Path file;
  private static Database database;
  private static Expected expected;
  private static RunReport report;

  @BeforeAll
  static void moveOnce(Database all) throws Exception {
    file = folder.resolve("pipeline.csv");
    database = all;
    expected = GeneratedData.dirty(DATASET, 100_000, file);
    report = Moving.of(DATASET, database).on("flink").move(file);
  }

  @Test
  void refusesWhatWasPlantedAndNothingElse() {
    assertThat(expected.bad()).isEqualTo(1_000);
    assertThat(report.refusedByReason()).isEqualTo(expected.refused());
    assertThat(report.refusedByReason()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void balances() {
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.exitCode()).isZero();
    assertThat(report.read()).isEqualTo(100_000);
    assertThat(report.accepted()).isEqualTo(expected.good());
    assertThat(report.delivered()).isEqualTo(Map.of("postgres", expected.good()));
    assertThat(report.refusedBySink()).isEqualTo(Map.of("postgres", 0L));
    assertThat(report.deadLettersKept()).isEqualTo(expected.bad());
  }

  @Test
  void storesEachGoodRecordOnce() throws SQLException {
    assertThat(expected.rowsInSink()).isEqualTo(94_000);
    assertThat(database.one("select count(*) from " + DATASET)).isEqualTo("94000");
  }

  @Test
  void tellsEachCorrectionItMade() {
    long corrected =
        report.counters().entrySet().stream()
            .filter(counter -> counter.getKey().startsWith("corrected product: "))
            .mapToLong(Map.Entry::getValue)
            .sum();

    assertThat(expected.corrections()).isEqualTo(Map.of("product", corrected));
  }

  @Test
  void keepsTheBytesOfEachRefusedRecordAndWhereTheyStood() throws Exception {
    byte[] all = Files.readAllBytes(file);
    long[] lineStarts = lineStarts(all);
    int letters = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select line, byte_offset, original, source from pulse.dead_letters")) {
      while (found.next()) {
        int line = found.getInt(1);
        assertThat(found.getLong(2)).as("offset of line %d", line).isEqualTo(lineStarts[line - 1]);
        assertThat(found.getBytes(3))
            .as("bytes of line %d", line)
            .isEqualTo(line(all, (int) found.getLong(2)));
        assertThat(found.getString(4)).isEqualTo(file.toString());
        letters++;
      }
    }
    assertThat(letters).isEqualTo(1_000);
  }

  private static long[] lineStarts(byte[] all) {
    long[] starts = new long[100_002];
    int line = 1;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == '\n') {
        starts[line++] = i + 1L;
      }
    }
    assertThat(line - 1).as("lines of the file").isEqualTo(100_001);
    return starts;
  }

  private static byte[] line(byte[] all, int from) {
    int to = from;
    while (all[to] != '\n') {
      to++;
    }
    return Arrays.copyOfRange(all, from, to);
  }
}
