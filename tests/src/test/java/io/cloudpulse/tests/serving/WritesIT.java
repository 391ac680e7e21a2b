package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is written over HTTP goes through Kafka and the pipeline, and is read back. */
@ExtendWith({KafkaServer.class, PostgresServer.class, ElasticsearchServer.class})
class WritesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private static SportsPlatform platform;

  @BeforeAll
  static void start(Database database, Topics topics, Indices indices) throws IOException {
    platform = new SportsPlatform(database, topics, indices, folder);
    platform.follow("sports.players", "flink", "sports.players");
    platform.follow("sports.trades", "flink", "sports.players");
    platform.follow("sports.teams", "direct", "sports.teams");
    platform.follow("sports.moves", "direct", "sports.teams");
    player("first01"); // a stream that starts is not what is timed
    JsonNode unused =
        told(write("PUT", "/players/first01/teams", "{\"team_id\": \"NYA\"}"), "visible");
  }

  @AfterAll
  static void stop() throws IOException {
    platform.close();
  }

  private static HttpResponse<String> write(String method, String path, String json, String... h) {
    return platform.write(method, path, json, h);
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    return ServingProcess.parsed(answer);
  }

  /** A player that is there to be read; retries are of the same event. */
  private static void player(String id) {
    String json =
        "{\"player_id\": \"%s\", \"name_last\": \"Meyer\", \"weight\": 180}".formatted(id);
    HttpResponse<String> answer =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () -> write("POST", "/players?wait=visible", json, "Idempotency-Key", "new-" + id),
                created -> created.statusCode() != 202);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location")).contains("/players/" + id);
  }

  private static String team(String player) {
    return platform.api().json("/players/" + player).path("team_id").asText();
  }

  private static JsonNode told(HttpResponse<String> written, String state) {
    String link = written.headers().firstValue("Location").orElseThrow();
    assertThat(parsed(written).path("visible").asText()).isEqualTo(link);
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> platform.api().json(link), fate -> fate.path("state").asText().equals(state));
  }

  @Test
  void aPlayersTeamIsVisibleInBothSinks() throws Exception {
    player("moved01");

    long began = System.nanoTime();
    HttpResponse<String> written = write("PUT", "/players/moved01/teams", "{\"team_id\": \"NYA\"}");
    assertThat(written.statusCode()).as(written.body()).isEqualTo(202);
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                "NYA".equals(platform.found("sports-players", "player_id", "moved01", "team_id"))
                    && platform
                        .one("select team_id from sports.players where player_id = 'moved01'")
                        .equals("NYA"));
    System.out.printf(
        "visible in both sinks after %,d ms%n", (System.nanoTime() - began) / 1_000_000);

    assertThat(told(written, "visible").path("sinks").toString())
        .isEqualTo(
            "[{\"sink\":\"postgres\",\"state\":\"visible\"},"
                + "{\"sink\":\"elasticsearch\",\"state\":\"visible\"}]");
    JsonNode row = platform.api().json("/players/moved01");
    assertThat(row.path("team_id").asText() + row.path("name_last").asText()).isEqualTo("NYAMeyer");
  }

  @Test
  void aWriteSurvivesTheApi() throws Exception {
    player("killed01");

    HttpResponse<String> written =
        write("PUT", "/players/killed01/teams", "{\"team_id\": \"BOS\"}");
    platform.killApi();
    assertThat(written.statusCode()).isEqualTo(202);
    platform.startApi();

    JsonNode unused = told(written, "visible");
    assertThat(team("killed01")).isEqualTo("BOS");
  }

  @Test
  void aRefusedWriteIsToldWhy() {
    String dead =
        "{\"player_id\": \"dead01\", \"name_last\": \"Doe\", \"birth_year\": 1990, \"death_year\":"
            + " 1980}";

    HttpResponse<String> written = write("POST", "/players", dead);

    assertThat(written.statusCode()).isEqualTo(202);
    JsonNode refused = told(written, "refused").path("refused");
    assertThat(refused.path("reason").asText()).isEqualTo("rule");
    assertThat(refused.path("message").asText())
        .isEqualTo("died-after-born: died before being born");
    JsonNode letter = platform.api().json("/api/dead-letters/" + refused.path("letter").asText());
    assertThat(letter.path("text").asText()).contains("\"player_id\":\"dead01\"");
  }

  @Test
  void aKeyIsOneWriteAlsoAfterAStartAnew() throws Exception {
    player("once01");
    String json = "{\"team_id\": \"LAN\"}";
    long before = platform.messages("sports.trades");

    String first = parsed(once(json)).path("visible").asText();
    assertThat(parsed(once(json)).path("visible").asText()).isEqualTo(first);
    platform.killApi();
    platform.startApi();
    assertThat(parsed(once(json)).path("visible").asText()).isEqualTo(first);

    assertThat(platform.messages("sports.trades")).isEqualTo(before + 1);
    HttpResponse<String> other = once("{\"team_id\": \"NYA\"}");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(parsed(other).path("title").asText())
        .isEqualTo("The Idempotency-Key was used before");
  }

  private static HttpResponse<String> once(String json) {
    return write("PUT", "/players/once01/teams", json, "Idempotency-Key", "once-1");
  }

  @Test
  void aTeamMovesToAnotherParkAndKeepsAllElse() {
    String herons =
        "{\"year\": 2026, \"team\": \"HRN\", \"league\": \"AL\", \"franchise\": \"HRN\","
            + " \"name\": \"Herons\", \"park\": \"Heron Field\", \"games\": 3, \"wins\": 2,"
            + " \"losses\": 1, \"earned_run_average\": 3.25, \"won_league\": false}";
    HttpResponse<String> created = write("POST", "/teams", herons);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(202);
    JsonNode unused = told(created, "visible");

    HttpResponse<String> moved = write("PUT", "/teams/HRN/place", "{\"park\": \"Pilot Park\"}");
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(202);
    unused = told(moved, "visible");

    JsonNode row = platform.api().json("/teams/HRN");
    assertThat(row.path("park").asText()).isEqualTo("Pilot Park");
    assertThat(row.path("earned_run_average").asText() + row.path("won_league").asText())
        .isEqualTo("3.25false");
    assertThat(platform.found("sports-teams", "team", "HRN", "park")).isEqualTo("Pilot Park");
    assertThat(write("POST", "/teams", herons).statusCode()).isEqualTo(409);
    assertThat(write("PUT", "/teams/HRN/place", "{\"park\": \"X\", \"year\": 1999}").statusCode())
        .isEqualTo(404);
  }

  /** Nothing is there to be read of most datasets, and pages say so. */
  @Test
  void eachExampleOfTheDocumentIsAnswered() {
    DocumentExamples examples = new DocumentExamples(platform);

    assertThat(examples.ask("post", 201, 202, 404, 409))
        .contains("202 post /players", "202 post /teams");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> status("/players/meyerad01") + status("/teams/HRX") == 400);
    assertThat(examples.ask("put", 200, 202))
        .contains("202 put /players/meyerad01/teams", "202 put /teams/HRX/place");
    assertThat(examples.ask("get", 200, 404))
        .hasSizeGreaterThan(1_000)
        .contains("200 get /players/meyerad01", "200 get /teams/HRX?year=2026");
  }

  private static int status(String path) {
    return platform.api().get(path).statusCode();
  }

  @Test
  void whatWouldChangeNothingIsToldAtOnce() {
    player("newer01");

    String old = "{\"team_id\": \"NYA\", \"team_since\": \"2020-01-01T00:00:00Z\"}";
    assertThat(parsed(write("PUT", "/players/newer01/teams", old)).path("title").asText())
        .isEqualTo("What is there is newer");
    String coming = "{\"team_id\": \"NYA\", \"team_since\": \"2090-01-01T00:00:00Z\"}";
    assertThat(parsed(write("PUT", "/players/newer01/teams", coming)).path("title").asText())
        .isEqualTo("It has not happened yet");
    assertThat(write("PUT", "/players/nobody01/teams", "{\"team_id\": \"NYA\"}").statusCode())
        .isEqualTo(404);
    String again = "{\"player_id\": \"newer01\", \"name_last\": \"Meyer\"}";
    assertThat(parsed(write("POST", "/players", again)).path("title").asText())
        .isEqualTo("There is such a player");
  }

  /** An answer that may be given again for an hour is not, once a write is visible. */
  @Test
  void aWriteThatIsVisibleIsSoForThoseWhoReadAtOnce() throws Exception {
    player("cached01");
    try (ServingProcess cached = platform.start("--cache=PT1H")) {
      assertThat(cached.json("/players/cached01").path("team_id").isNull()).isTrue();
      HttpResponse<String> moved =
          cached.write(
              "PUT",
              "/players/cached01/teams?wait=visible",
              "{\"team_id\": \"CHN\"}",
              platform.operator());
      assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
      assertThat(cached.json("/players/cached01").path("team_id").asText()).isEqualTo("CHN");
    }
  }
}
