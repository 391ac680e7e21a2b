package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An operator sends a letter again from the API; the launcher's own command does it. */
@ExtendWith(PostgresServer.class)
class ReplayPagesIT {
  private static final String OPEN = "/api/dead-letters?state=open";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String DATASET =
      """
      dataset: tests.visits
      fields:
        id: {type: int64, required: true}
        room: {type: string, allowed: [%s]}
      key: [id]
      """;

  @TempDir private Path folder;
  private String operator;

  private Path dataset(String name, String rooms) throws IOException {
    return Files.writeString(folder.resolve(name), DATASET.formatted(rooms));
  }

  /** Two visits of three are in rooms that nobody allowed. */
  private void refuseTwo(Database database) throws IOException {
    Path visits =
        Files.writeString(folder.resolve("visits.csv"), "id,room\n1,Single\n2,Attic\n3,Cellar\n");
    Path strict = dataset("strict.yaml", "Single");
    Generated.must(Moving.of(strict.toString(), database).with("--maxRefused=1").run(visits));
  }

  private ServingProcess serve(Database database, Path launcher, Path dataset) throws IOException {
    return ServingProcess.over(
        database, tokens(), "--launcher=" + launcher, "--dataset=" + dataset);
  }

  private String tokens() throws IOException {
    Path file = folder.resolve("tokens");
    if (operator == null) {
      operator = ServingProcess.token(file, "operator");
    }
    return "--tokens=" + file;
  }

  private static String letterOf(Database database, String room) throws SQLException {
    return database.one(
        "select id from pulse.dead_letters where convert_from(original, 'UTF8') like '%"
            + room
            + "%'");
  }

  private HttpResponse<String> replay(ServingProcess api, String id) {
    return api.send(
        "POST", "/api/dead-letters/" + id + "/replay", "Authorization", "Bearer " + operator);
  }

  private static JsonNode ended(ServingProcess api, String id) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> api.json("/api/dead-letters/" + id),
            letter -> !List.of("waiting", "running").contains(letter.at("/replay/state").asText()));
  }

  @Test
  void closesWhatLandsAndLeavesOpenWhatDoesNot(Database database) throws Exception {
    refuseTwo(database);
    String attic = letterOf(database, "Attic");
    String cellar = letterOf(database, "Cellar");
    Path mended = dataset("mended.yaml", "Single, Attic");
    try (ServingProcess api = serve(database, LauncherScript.in(folder), mended)) {
      assertThat(api.json(OPEN).path("letters").findValuesAsText("id"))
          .containsExactlyInAnyOrder(attic, cellar);

      assertTaken(replay(api, attic), attic);
      assertThat(replay(api, cellar).statusCode()).isEqualTo(202);

      JsonNode landed = ended(api, attic);
      assertThat(landed.path("state").asText()).as(landed.toString()).isEqualTo("replayed");
      assertThat(landed.at("/replay/exit").asInt(-1)).isZero();
      assertThat(landed.at("/replay/accepted").asInt()).isEqualTo(1);
      assertThat(landed.path("replay_run").asText()).isEqualTo(landed.at("/replay/run").asText());
      JsonNode refused = ended(api, cellar);
      assertThat(refused.path("state").asText()).isEqualTo("open");
      assertThat(refused.at("/replay/state").asText()).isEqualTo("refused");
      assertThat(refused.path("attempts").asInt()).isEqualTo(2);
      assertThat(api.json(OPEN).path("letters").findValuesAsText("id")).containsExactly(cellar);
      assertThat(
              api.json("/api/dead-letters?state=replayed").path("letters").findValuesAsText("id"))
          .containsExactly(attic);
      assertThat(database.query("select id, room from tests.visits order by id"))
          .containsExactly("1|Single", "2|Attic");
      assertThat(replay(api, attic).statusCode()).as("it is closed").isEqualTo(409);
    }
  }

  private static void assertTaken(HttpResponse<String> taken, String letter) {
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    assertThat(taken.headers().firstValue("Location")).contains("/api/dead-letters/" + letter);
    assertThat(ServingProcess.parsed(taken).path("state").asText()).isEqualTo("waiting");
  }

  @Test
  void handsTheLauncherNothingButAnIdAndWhereItGoes(Database database) throws Exception {
    refuseTwo(database);
    String attic = letterOf(database, "Attic");
    Path said = folder.resolve("arguments.txt");
    Path script = LauncherScript.script(folder, "printf '%s\\n' \"$@\" > " + said);
    Path strict = dataset("strict.yaml", "Single");
    try (ServingProcess api = serve(database, script, strict)) {
      assertThat(replay(api, attic).statusCode()).isEqualTo(202);
      JsonNode letter = ended(api, attic);

      assertThat(Files.readAllLines(said))
          .hasSize(7)
          .startsWith("dead-letters", "replay", attic, "--sink=" + database.sink())
          .endsWith("--quiet", "--datasetFile=" + strict);
      assertThat(letter.path("state").asText()).as("the script did nothing").isEqualTo("open");
    }
  }

  @Test
  void tellsWhyItFailed(Database database) throws Exception {
    refuseTwo(database);
    String attic = letterOf(database, "Attic");
    Path script =
        LauncherScript.script(
            folder,
            "echo 'cannot reach jdbc:postgresql://h/d?user=u&password=secret://file/x now' >&2; exit 5");
    try (ServingProcess api = serve(database, script, dataset("strict.yaml", "Single"))) {
      assertThat(replay(api, attic).statusCode()).isEqualTo(202);
      JsonNode letter = ended(api, attic);

      assertThat(letter.at("/replay/state").asText()).isEqualTo("failed");
      assertThat(letter.at("/replay/exit").asInt()).isEqualTo(5);
      assertThat(letter.at("/replay/why").asText())
          .isEqualTo("cannot reach jdbc:postgresql://h/d now");
      assertThat(replay(api, attic).statusCode()).as("once more").isEqualTo(202);
    }
  }

  @Test
  void doesOneAtATimeAndEachOnce(Database database) throws Exception {
    refuseTwo(database);
    String attic = letterOf(database, "Attic");
    String cellar = letterOf(database, "Cellar");
    Path runs = folder.resolve("runs.txt");
    Path go = folder.resolve("go");
    Path script =
        LauncherScript.script(
            folder,
            "echo \"begin $3\" >> %1$s; while [ ! -e %2$s ]; do sleep 0.05; done; echo \"end $3\" >> %1$s"
                .formatted(runs, go));
    try (ServingProcess api = serve(database, script, dataset("strict.yaml", "Single"))) {
      assertThat(replay(api, attic).statusCode()).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> Files.exists(runs));
      assertThat(ServingProcess.parsed(replay(api, attic)).path("state").asText())
          .isEqualTo("running");
      assertThat(ServingProcess.parsed(replay(api, cellar)).path("state").asText())
          .isEqualTo("waiting");
      assertThat(Files.readAllLines(runs)).containsExactly("begin " + attic);

      Files.createFile(go);
      JsonNode unused = ended(api, cellar);
      assertThat(Files.readAllLines(runs))
          .containsExactly("begin " + attic, "end " + attic, "begin " + cellar, "end " + cellar);
    }
  }

  @Test
  void saysWhatCannotBeSentAgain(Database database) throws Exception {
    refuseTwo(database);
    String attic = letterOf(database, "Attic");
    Path strict = dataset("strict.yaml", "Single");
    try (ServingProcess without = ServingProcess.over(database, tokens(), "--dataset=" + strict);
        ServingProcess api = serve(database, LauncherScript.script(folder, "exit 1"), strict)) {
      assertThat(replay(without, attic).statusCode()).isEqualTo(503);
      assertThat(replay(api, "0".repeat(32)).statusCode()).isEqualTo(404);
      assertThat(replay(api, "--sink=elsewhere").statusCode()).isEqualTo(400);
      assertThat(api.send("POST", "/api/dead-letters/" + attic + "/replay").statusCode())
          .as("without a token")
          .isEqualTo(401);

      database.execute("delete from pulse.runs");
      HttpResponse<String> unknown = replay(api, attic);
      assertThat(unknown.statusCode()).isEqualTo(409);
      assertThat(unknown.body()).contains("./pulse dead-letters replay " + attic);
    }
  }
}
