package io.cloudpulse.tests.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A record that only PostgreSQL finds fault with is refused alone: its neighbours are stored. */
@ExtendWith(PostgresServer.class)
class SinkRefusalIT {
  private static final String VISITS =
      """
      dataset: tests.visits
      fields:
        id: {type: int64}
        guest: {type: string}
        arrived_at: {type: timestamp}
      key: [id]
      """;

  @TempDir Path folder;

  private Path dataset;

  @BeforeEach
  void writeTheDataset() throws IOException {
    dataset = folder.resolve("visits.yaml");
    Files.writeString(dataset, VISITS);
  }

  @Test
  void refusesANulByteBeforeASinkSeesIt(Database database) throws Exception {
    Path file = visits(20, 7, "7,Mi\0na,2026-01-02T12:00:00Z");

    RunReport report = Moving.of(dataset.toString(), database).move(file);

    assertThat(report.imbalance()).isEmpty();
    assertThat(report.refusedByReason()).isEqualTo(Map.of("encoding", 1L));
    assertThat(report.delivered()).isEqualTo(Map.of("postgres", 19L));
    assertThat(database.one("select message from pulse.dead_letters"))
        .isEqualTo("guest holds a NUL character, which is no text");
    assertThat(database.one("select encode(original, 'escape') from pulse.dead_letters"))
        .isEqualTo("7,Mi\\000na,2026-01-02T12:00:00Z");
  }

  @Test
  void refusesATimeBeyondWhatATimestampHolds(Database database) throws Exception {
    Path file = visits(20, 3, "3,Mina,+999999-01-02T12:00:00Z");

    RunReport report = Moving.of(dataset.toString(), database).move(file);

    assertRefusedAlone(report, database, 20, 3);
    assertThat(letter(database)).contains("22008");
  }

  @Test
  void refusesWhatAConstraintAddedByHandForbids(Database database) throws Exception {
    Moving moving = Moving.of(dataset.toString(), database);
    moving.move(visits(1, 0, ""));
    database.execute("delete from tests.visits");
    database.execute("alter table tests.visits add constraint known check (guest <> 'Nobody')");
    Path file = visits(2_500, 1_234, "1234,Nobody,2026-01-02T12:00:00Z");

    RunReport report = moving.move(file);

    assertRefusedAlone(report, database, 2_500, 1_234);
    assertThat(letter(database)).contains("violates check constraint \"known\"", "23514");
  }

  /** A line of a wide file makes several rows, which share their bytes and their place. */
  @Test
  void keepsADeadLetterForEachRowThatALineMakes(Database database) throws Exception {
    Path wide = folder.resolve("wide.yaml");
    Files.writeString(
        wide,
        """
        dataset: tests.wide
        fields:
          id: {type: int64}
          year: {type: int64}
          amount: {type: int64}
        unpivot: {columns: '\\d{4}', name: year, value: amount}
        key: [id, year]
        """);
    Path file = Files.writeString(folder.resolve("wide.csv"), "id,2001,2002,2003\n1,5,4,5\n");
    Moving moving = Moving.of(wide.toString(), database);
    moving.move(file);
    database.execute("delete from tests.wide");
    database.execute("alter table tests.wide add constraint few check (amount < 5)");

    RunReport report = moving.with("--maxRefused=1").move(file);

    assertThat(report.imbalance()).isEmpty();
    assertThat(report.refusedBySink()).isEqualTo(Map.of("postgres", 2L));
    assertThat(report.deadLettersKept()).isEqualTo(2);
    assertThat(database.query("select year, amount from tests.wide")).containsExactly("2002|4");
  }

  @Test
  void endsWithFourIfTheSinkRefusesMoreThanAllowed(Database database) throws Exception {
    Path file = visits(20, 3, "3,Mina,+999999-01-02T12:00:00Z");

    assertThat(Moving.of(dataset.toString(), database).with("--maxRefused=0.04").run(file))
        .satisfies(ended -> assertThat(ended.exitCode()).isEqualTo(4));
  }

  /** Visits 1 to {@code count}, one of them written in another way. */
  private Path visits(int count, int odd, String line) throws IOException {
    Path file = folder.resolve("visits.csv");
    List<String> lines =
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> id == odd ? line : id + ",Ada,2026-01-02T12:00:00Z")
            .collect(Collectors.toList());
    lines.add(0, "id,guest,arrived_at");
    return Files.write(file, lines);
  }

  private static void assertRefusedAlone(
      RunReport report, Database database, long count, long refused) throws SQLException {
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.accepted()).isEqualTo(count);
    assertThat(report.refusedBySink()).isEqualTo(Map.of("postgres", 1L));
    assertThat(report.delivered()).isEqualTo(Map.of("postgres", count - 1));
    assertThat(
            database.query(
                "select id from generate_series(1, "
                    + count
                    + ") as wanted(id) where not exists (select from tests.visits v"
                    + " where v.id = wanted.id)"))
        .containsExactly(Long.toString(refused));
  }

  private static String letter(Database database) throws SQLException {
    return database.one("select message from pulse.dead_letters where reason = 'sink'");
  }
}
