package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison that parity rests on must fail when it should. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class})
class ComparisonCanaryIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static Database database;
  private static Indices indices;
  private static EventsMove move;
  private static Holdings expected;

  @BeforeAll
  static void moveAFew(Database given, Indices node) throws Exception {
    database = given;
    indices = node;
    Ways.forget(indices);
    move = EventsMove.into(database, indices.address()).with("--runner=direct");
    Path file = ShopEvents.generated(120, 3).write(folder.resolve("few.csv"));
    assertThat(move.move("files:" + file).exitCode()).isZero();
    expected = move.holdings();
  }

  private static List<String> differences() throws Exception {
    return move.holdings().differences(expected);
  }

  @Test
  void isSilentWhereNothingDiffers() throws Exception {
    assertThat(differences()).isEmpty();
  }

  /** Each is told twice: against the other run, and against the other sink. */
  @ParameterizedTest
  @CsvSource({
    "activity.events, price, 0.01",
    "activity.events, _version, 1",
    "activity.action_minutes, events, 1",
    "activity.user_sessions, session_end, interval '1 microsecond'"
  })
  void noticesAChangedValueInPostgres(String table, String column, String by) throws Exception {
    database.execute("create table before as select * from " + table);
    database.execute(
        "update %s set %s = %s + %s where ctid = (select min(ctid) from %s)"
            .formatted(table, column, column, by, table));

    assertThat(differences()).hasSize(2).allMatch(line -> line.startsWith("in "));

    database.execute("truncate " + table);
    database.execute("insert into %s select * from before".formatted(table));
    database.execute("drop table before");
    assertThat(differences()).isEmpty();
  }

  @Test
  void noticesARowThatIsMissingOrExtraInPostgres() throws Exception {
    database.execute(
        "create table kept as select * from activity.user_days order by user_id limit 1");
    database.execute("delete from activity.user_days d using kept k where d.user_id = k.user_id");
    assertThat(differences()).hasSize(2).first().asString().startsWith("missing in postgres");

    database.execute("insert into activity.user_days select * from kept");
    assertThat(differences()).isEmpty();

    database.execute("update kept set user_id = -1");
    database.execute("insert into activity.user_days select * from kept");
    assertThat(differences()).hasSize(2).first().asString().startsWith("in postgres");

    database.execute("delete from activity.user_days where user_id = -1");
  }

  @Test
  void noticesADocumentThatIsChangedMissingOrExtra() throws Exception {
    JsonNode hit =
        ask("GET", "/activity-events/_search?size=1&version=true", "").at("/hits/hits/0");
    String path = "/activity-events/_doc/" + hit.get("_id").asText();
    long version = hit.get("_version").asLong();
    ObjectNode changed = hit.get("_source").deepCopy();
    write(path, version, changed.put("price", 9_999.5).toString());
    assertThat(differences()).hasSize(2).first().asString().startsWith("in elasticsearch");

    write(path, version, hit.get("_source").toString());
    assertThat(differences()).isEmpty();

    write("/activity-events/_doc/" + "0".repeat(32), 1, hit.get("_source").toString());
    assertThat(differences()).hasSize(2).first().asString().startsWith("in elasticsearch");

    JsonNode unused = ask("DELETE", "/activity-events/_doc/" + "0".repeat(32), "");
    assertThat(differences()).isEmpty();

    unused = ask("DELETE", path + "?version_type=external_gte&version=" + version, "");
    assertThat(differences()).hasSize(2).first().asString().startsWith("missing in elasticsearch");

    write(path, version, hit.get("_source").toString());
  }

  private static void write(String path, long version, String json) throws Exception {
    JsonNode unused = ask("PUT", path + "?version_type=external_gte&version=" + version, json);
  }

  private static JsonNode ask(String method, String path, String json) throws Exception {
    HttpResponse<String> answer = indices.ask(method, path, json);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }
}
