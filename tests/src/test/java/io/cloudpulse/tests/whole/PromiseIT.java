package io.cloudpulse.tests.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Checksum;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same records in, in any order, any number of times, give the same rows. */
@ExtendWith(PostgresServer.class)
class PromiseIT {
  private static final int ROWS = 4_000;

  /** Keyed by fields and versioned by the load; keyed by content and versioned by the event. */
  private static final String BY_FIELDS = "northwind.order_details";

  private static final String BY_CONTENT = "activity.events";

  /** For each dataset, what the dirty file as it was generated comes to. */
  private static final Map<String, String> CHECKSUMS = new TreeMap<>();

  @TempDir static Path generated;

  @TempDir Path folder;

  @BeforeAll
  static void moveTheFilesAsTheyAre(Database database) throws Exception {
    for (String dataset : new String[] {BY_FIELDS, BY_CONTENT}) {
      GeneratedData.dirty(dataset, ROWS, file(dataset));
      assertThat(Moving.of(dataset, database).move(file(dataset)).exitCode()).isZero();
      CHECKSUMS.put(dataset, Checksum.of(dataset, database));
    }
    assertThat(CHECKSUMS.values()).allMatch(checksum -> checksum.startsWith("3760|"));
  }

  private static Path file(String dataset) {
    return generated.resolve(dataset + ".csv");
  }

  static Stream<Arguments> arrangements() {
    return Stream.of(BY_FIELDS, BY_CONTENT)
        .flatMap(dataset -> Arrangement.all().map(way -> Arguments.of(dataset, way)));
  }

  @ParameterizedTest
  @MethodSource("arrangements")
  void givesTheSameRows(String dataset, Arrangement arrangement, Database database)
      throws Exception {
    Path glob = arrangement.write(CsvLines.read(file(dataset)), folder);

    RunReport report = Moving.of(dataset, database).move(glob);

    assertThat(report.imbalance()).isEmpty();
    assertThat(Checksum.of(dataset, database)).isEqualTo(CHECKSUMS.get(dataset));
  }

  @ParameterizedTest
  @ValueSource(strings = {BY_FIELDS, BY_CONTENT})
  void touchesNoRowTheSecondTime(String dataset, Database database) throws SQLException {
    Moving moving = Moving.of(dataset, database);
    RunReport first = moving.move(file(dataset));
    String rows = rowVersions(dataset, database);

    RunReport second = moving.move(file(dataset));

    assertThat(rowVersions(dataset, database)).isEqualTo(rows);
    assertThat(second.superseded()).isEqualTo(Map.of("postgres", second.accepted()));
    assertThat(second.delivered()).isEqualTo(first.delivered());
    assertThat(second.refusedByReason()).isEqualTo(first.refusedByReason());
  }

  /** Where PostgreSQL keeps each row and who wrote it: a row written again moves. */
  private static String rowVersions(String dataset, Database database) throws SQLException {
    return database.one(
        "select count(*), md5(string_agg(ctid::text || xmin::text, ' ' order by ctid)) from "
            + dataset);
  }

  @Test
  void keepsOneDeadLetterHoweverOftenARecordIsRefused(Database database) throws SQLException {
    Moving moving = Moving.of(BY_FIELDS, database);
    RunReport first = moving.move(file(BY_FIELDS));
    RunReport second = moving.move(file(BY_FIELDS));

    assertThat(first.deadLettersKept()).isEqualTo(40);
    assertThat(second.deadLettersKept()).isEqualTo(40);
    assertThat(database.query("select attempts, count(*) from pulse.dead_letters group by 1"))
        .containsExactly("2|40");
  }

  @Test
  void letsALaterCorrectionWin(Database database) throws Exception {
    Path correction = correction();
    Moving moving = Moving.of(BY_FIELDS, database);
    moving.with("--asOf=2024-01-01").move(original());

    RunReport report = moving.with("--asOf=2024-01-02").move(correction);

    assertThat(report.superseded()).isEqualTo(Map.of("postgres", 0L));
    assertThat(quantities(database)).isEqualTo("500|77777|77777");
  }

  @Test
  void keepsWhatIsNewerThanACorrectionThatComesLate(Database database) throws Exception {
    Path correction = correction();
    Moving moving = Moving.of(BY_FIELDS, database);
    moving.with("--asOf=2024-01-02").move(original());
    String rows = rowVersions(BY_FIELDS, database);

    RunReport report = moving.with("--asOf=2024-01-01").move(correction);

    assertThat(report.superseded()).isEqualTo(Map.of("postgres", 500L));
    assertThat(rowVersions(BY_FIELDS, database)).isEqualTo(rows);
  }

  private Path original() throws IOException {
    Path original = folder.resolve("original.csv");
    if (!Files.exists(original)) {
      GeneratedData.clean(BY_FIELDS, 500, original);
    }
    return original;
  }

  /** The same keys, and another quantity. */
  private Path correction() throws IOException {
    Path correction = folder.resolve("correction.csv");
    CsvLines.read(original())
        .each(line -> line.replaceFirst("^((?:[^,]*,){3})[^,]*", "$1" + "77777"))
        .write(correction);
    return correction;
  }

  private static String quantities(Database database) throws SQLException {
    return database.one(
        "select count(*), min(quantity), max(quantity) from northwind.order_details");
  }
}
