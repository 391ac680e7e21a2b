package io.cloudpulse.tests.runners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same move on each runner gives the same rows, dead letters and numbers. */
@ExtendWith(PostgresServer.class)
class RunnerMatrixIT {
  /** 2024-01-01 as a version: milliseconds, then 21 bits for the position in the load. */
  private static final long VERSION = 1_704_067_200_000L << 21;

  private static final String LINES =
      """
      order_id,product_id,unit_price,quantity,discount
      1,11,14.00,12,0
      1,12,9.80,ten,0

      2,11,14.00,0,0.05
      2,12,"9.80",10,0.1500
      3,11,14.00,1
      1,11,14.00,13,0
      3,12,"9.80,1,0
      """;

  private static final Map<String, Long> ONE_EACH =
      Map.of("type", 1L, "range", 1L, "field-count", 1L, "malformed", 1L);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void givesTheSameOutcome(String runner, Database database) throws Exception {
    Outcome outcome = move(runner, database);

    check(outcome, "13");
  }

  /** A matrix that could not fail would say nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark"})
  void failsOnAWrongExpectation(String runner, Database database) throws Exception {
    Outcome outcome = move(runner, database);

    assertThatThrownBy(() -> check(outcome, "12"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1|11|14.00|12|0.0000");
  }

  private Outcome move(String runner, Database database) throws IOException, SQLException {
    Path file = folder.resolve("details.csv");
    Files.writeString(file, LINES);
    return Outcome.of(
        Moving.of("northwind.order_details", database)
            .on(runner)
            .with("--asOf=2024-01-01", "--maxRefused=0.9")
            .move(file),
        database);
  }

  private static void check(Outcome outcome, String quantity) {
    assertThat(outcome.rows())
        .containsExactly(
            "1|11|14.00|" + quantity + "|0.0000|" + version("1,11,14.00,13,0"),
            "2|12|9.80|10|0.1500|" + version("2,12,"));
    assertThat(outcome.deadLetters())
        .satisfiesExactly(
            letter ->
                assertThat(letter).startsWith("3|65|type|quantity|").contains("|1,12,9.80,ten,0|"),
            letter ->
                assertThat(letter)
                    .startsWith("5|82|range|quantity|")
                    .contains("|2,11,14.00,0,0.05|"),
            letter ->
                assertThat(letter).startsWith("7|122|field-count||").contains("|3,11,14.00,1|"),
            letter ->
                assertThat(letter).startsWith("9|151|malformed||").contains("|3,12,\"9.80,1,0|"));
    assertThat(outcome.readAcceptedRefused()).isEqualTo(List.of(7L, 3L, 4L));
    assertThat(outcome.refusedByReason()).isEqualTo(ONE_EACH);
    assertThat(outcome.delivered()).isEqualTo(Map.of("postgres", 3L));
    assertThat(outcome.superseded()).isEqualTo(Map.of("postgres", 1L));
    assertThat(outcome.counters()).isEqualTo(Map.of("blank lines", 1L));
    assertThat(outcome.exitCode()).isZero();
  }

  private static long version(String line) {
    return VERSION + LINES.indexOf(line);
  }
}
