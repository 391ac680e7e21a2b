package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Trades keep the rows of players current, deletes included. */
@ExtendWith({KafkaServer.class, PostgresServer.class, ElasticsearchServer.class})
class TradesIT {
  private static final String ROW =
      "select player_id, name_last, team_id, team_since at time zone 'UTC' from sports.players";
  private static final Instant MARCH = Instant.parse("2024-03-01T12:00:00Z");
  private static final Instant APRIL = Instant.parse("2024-04-01T12:00:00Z");
  private static final Instant MAY = Instant.parse("2024-05-01T12:00:00Z");
  private static final Instant JUNE = Instant.parse("2024-06-01T12:00:00Z");

  @TempDir private Path folder;
  private BothSinks sinks;
  private Database database;
  private Topics topics;
  private String topic;

  @BeforeEach
  void begin(Database own, Indices indices, Topics broker) {
    database = own;
    topics = broker;
    topic = broker.topic(1);
    sinks = new BothSinks(own, indices).without("sports-players");
  }

  private static String trade(String player, String team, Instant at) {
    return "{\"player_id\": \"%s\", \"team_id\": \"%s\", \"traded_at\": \"%s\"}"
        .formatted(player, team, at);
  }

  /** Two players, as they were on New Year's Day unless told otherwise. */
  private RunReport load(String asOf) throws IOException {
    Path file = folder.resolve("players.csv");
    Files.writeString(
        file,
        "playerID,nameFirst,nameLast,weight\n"
            + "aardsda01,David,Aardsma,215\n"
            + "zobribe01,Ben,Zobrist,210\n");
    return sinks.run("sports.players", "files:" + file, "--asOf=" + asOf);
  }

  private RunReport read(String job) {
    return readOn("direct", job);
  }

  private RunReport readOn(String runner, String job) {
    return sinks.run(
        "sports.trades",
        topics.address(topic),
        "--until=end",
        "--job=" + job + topic,
        "--runner=" + runner);
  }

  private void send(String key, String payload, Instant at) {
    try (Sending sending = Sending.to(topics, topic)) {
      Sending unused = sending.send(key, payload, at);
    }
  }

  @Test
  void movesPlayersInTheRowsOfTheirDataset() throws IOException, SQLException {
    RunReport unused = load("2024-01-01T00:00:00Z");
    send("aardsda01", trade("aardsda01", "NYA", MARCH), MARCH);
    send("nobody01", trade("nobody01", "NYA", MARCH), MARCH);

    RunReport report = readOn("flink", "a");

    assertThat(report.dataset()).isEqualTo("sports.trades");
    assertThat(report.read()).isEqualTo(2);
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.refusedByReason()).containsExactly(java.util.Map.entry("unknown", 1L));
    assertThat(database.query(ROW + " order by 1"))
        .containsExactly(
            "aardsda01|Aardsma|NYA|2024-03-01 12:00:00", "zobribe01|Zobrist|null|null");
    assertThat(sinks.documents("sports-players", "player_id", "player_id", "name_last", "team_id"))
        .containsExactly("aardsda01|Aardsma|NYA", "zobribe01|Zobrist|null");
    assertThat(database.query("select dataset, reason, field, message from pulse.dead_letters"))
        .containsExactly(
            "sports.trades|unknown|player_id|player_id was nobody01, but sports.players has no row"
                + " with that player_id");
  }

  /** All in one reading: what it looked up it remembers, so that every trade has its player. */
  @Test
  void aTombstoneHoldsAgainstOlderTradesAndNotAgainstNewerOnes() throws IOException, SQLException {
    RunReport unused = load("2024-01-01T00:00:00Z");
    for (String player : new String[] {"aardsda01", "zobribe01"}) {
      send(player, trade(player, "NYA", MARCH), MARCH);
      send(player, null, MAY);
      send(player, trade(player, "BOS", APRIL), JUNE);
    }
    send("zobribe01", trade("zobribe01", "CHN", JUNE), JUNE);

    RunReport report = read("b");

    assertThat(report.exitCode()).isZero();
    assertThat(report.accepted()).isEqualTo(7);
    assertThat(database.query(ROW)).containsExactly("zobribe01|Zobrist|CHN|2024-06-01 12:00:00");
    assertThat(sinks.documents("sports-players", "player_id", "player_id", "name_last", "team_id"))
        .containsExactly("zobribe01|Zobrist|CHN");
  }

  @Test
  void aDeletedPlayerComesBackByNoOlderTradeAndNoOlderFile() throws IOException, SQLException {
    RunReport loaded = load("2024-01-01T00:00:00Z");
    send("aardsda01", null, MAY);
    RunReport deleted = read("c");
    assertThat(deleted.accepted()).isEqualTo(1);
    assertThat(database.query(ROW)).containsExactly("zobribe01|Zobrist|null|null");
    assertThat(sinks.document("sports-players", "aardsda01")).isNull();
    assertThat(database.query("select dataset, key from pulse.tombstones"))
        .containsExactly("sports.players|aardsda01");

    send("aardsda01", trade("aardsda01", "BOS", APRIL), JUNE);
    assertThat(read("c").refusedByReason()).containsExactly(java.util.Map.entry("unknown", 1L));
    RunReport older = load("2024-02-01T00:00:00Z");

    assertThat(database.query(ROW)).containsExactly("zobribe01|Zobrist|null|null");
    assertThat(sinks.document("sports-players", "aardsda01")).isNull();

    RunReport newer = load("2024-05-02T00:00:00Z");
    send("aardsda01", trade("aardsda01", "CHN", JUNE), JUNE);
    assertThat(read("c").accepted()).as("in the whole life of the job").isEqualTo(2);
    assertThat(database.query(ROW + " where player_id = 'aardsda01'"))
        .containsExactly("aardsda01|Aardsma|CHN|2024-06-01 12:00:00");
    assertThat(sinks.document("sports-players", "aardsda01").get("team_id").asText())
        .isEqualTo("CHN");
    assertThat(loaded.exitCode() + older.exitCode() + newer.exitCode()).isZero();
  }

  @Test
  void isRefusedBeforeItStartsWhereNoPlayersAreLoaded() {
    PulseCommand ended =
        PulseCommand.run(
            "run",
            "--dataset=sports.trades",
            "--source=" + topics.address(topic),
            "--sink=" + database.sink(),
            "--until=end",
            "--runner=direct");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .contains("sports.players is not loaded in ")
        .contains(": ./pulse run --dataset=sports.players --source=files:... --sink=");
  }
}
