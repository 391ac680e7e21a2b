package io.cloudpulse.tests.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A dataset gains fields; the table and the index that hold it have none for them. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class})
class SchemaPolicyIT {
  private static final String INDEX = "/tests-growing";
  private static final String COLUMNS =
      "select column_name from information_schema.columns where table_schema = 'tests'"
          + " and table_name = 'growing' order by ordinal_position";

  @TempDir private Path folder;
  private Database database;
  private Indices indices;

  @BeforeEach
  void storeRowsOfTheSmallerDataset(Database given, Indices node) throws IOException {
    database = given;
    indices = node;
    var unused = indices.ask("DELETE", INDEX, "");
    declare("");
    write("id,name,seen_at", "1,Anvil,2024-01-01T00:00:00Z", "2,Bolt,2024-01-01T00:00:00Z");
    assertThat(run().exitCode()).isZero();

    declare("  colour: {type: string, required: true}\n  weight: {type: \"decimal(8,2)\"}\n");
    write(
        "id,name,seen_at,colour,weight",
        "2,Bolt,2024-01-02T00:00:00Z,red,1.50",
        "3,Crate,2024-01-02T00:00:00Z,blue,");
  }

  private void declare(String gained) throws IOException {
    Files.writeString(
        folder.resolve("dataset.yaml"),
        "dataset: tests.growing\ndescription: Things.\nfields:\n"
            + "  id: {type: int64, required: true}\n  name: {type: string}\n"
            + "  seen_at: {type: timestamp, required: true}\n"
            + gained
            + "key: [id]\nversion: seen_at\n");
  }

  private void write(String... lines) throws IOException {
    Files.writeString(folder.resolve("things.csv"), String.join("\n", lines) + "\n");
  }

  private PulseCommand run(String... more) {
    return command("run", more);
  }

  private PulseCommand command(String command, String... more) {
    boolean named = Stream.of(more).anyMatch(flag -> flag.startsWith("--runner="));
    return PulseCommand.run(
        Stream.concat(
                Stream.of(
                    command,
                    "--dataset=" + folder.resolve("dataset.yaml"),
                    "--source=files:" + folder.resolve("things.csv"),
                    "--sink=" + database.sink() + "," + indices.address(),
                    named ? "--quiet" : "--runner=direct"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private String document(int id) {
    return indices.ask("GET", INDEX + "/_doc/" + id + "?filter_path=_source", "").body();
  }

  @Test
  void refuseStopsBeforeAnythingIsWrittenAndNamesEachFieldAndTheWayOut() throws Exception {
    PulseCommand ended = run();

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .contains("field colour is not there yet")
        .contains("field weight is not there yet")
        .contains("--schema=evolve")
        .contains("--schema=ignore");
    assertThat(database.query(COLUMNS)).containsExactly("id", "name", "seen_at", "_version");
    assertThat(database.query("select id, name from tests.growing order by id"))
        .containsExactly("1|Anvil", "2|Bolt");
    assertThat(database.one("select count(*) from pulse.runs")).isEqualTo("1");
    assertThat(document(3)).isEqualTo("{}");
  }

  @Test
  void refuseLooksAtEachSinkBeforeItTouchesOne() throws Exception {
    database.execute("alter table tests.growing add colour text, add weight numeric(8,2)");

    assertThat(run().exitCode()).isEqualTo(3);

    assertThat(database.one("select count(*) from tests.growing")).isEqualTo("2");
  }

  @Test
  void evolveAddsTheFieldsAndKeepsEachRow() throws Exception {
    assertThat(run("--schema=evolve").exitCode()).isZero();
    PulseCommand again = run("--schema=evolve");

    assertThat(again.exitCode()).as(again.toString()).isZero();
    assertThat(database.query(COLUMNS))
        .containsExactly("id", "name", "seen_at", "_version", "colour", "weight");
    assertThat(database.query("select id, name, colour, weight from tests.growing order by id"))
        .containsExactly("1|Anvil|null|null", "2|Bolt|red|1.50", "3|Crate|blue|null");
    assertThat(document(1))
        .isEqualTo(
            "{\"_source\":{\"id\":1,\"name\":\"Anvil\",\"seen_at\":\"2024-01-01T00:00:00Z\"}}");
    assertThat(document(2)).contains("\"colour\":\"red\"").contains("\"weight\":1.5");
    assertThat(indices.ask("GET", INDEX + "/_mapping/field/colour", "").body())
        .contains("\"type\":\"keyword\"");
    assertThat(run().exitCode()).as("what has grown fits").isZero();
  }

  @Test
  void ignoreStoresTheRestOfEachRow() throws Exception {
    assertThat(run("--schema=ignore").exitCode()).isZero();
    PulseCommand again = run("--schema=ignore", "--runner=flink");

    assertThat(again.exitCode()).as(again.toString()).isZero();
    assertThat(database.query(COLUMNS)).containsExactly("id", "name", "seen_at", "_version");
    assertThat(database.query("select id, name from tests.growing order by id"))
        .containsExactly("1|Anvil", "2|Bolt", "3|Crate");
    assertThat(document(2))
        .isEqualTo(
            "{\"_source\":{\"id\":2,\"name\":\"Bolt\",\"seen_at\":\"2024-01-02T00:00:00Z\"}}");
  }

  @Test
  void noPolicyHelpsAgainstAnotherTypeOrALostColumn() throws Exception {
    database.execute("alter table tests.growing alter name type varchar(9)");
    for (String policy : new String[] {"evolve", "ignore", "refuse"}) {
      PulseCommand ended = run("--schema=" + policy);
      assertThat(ended.exitCode()).isEqualTo(3);
      assertThat(ended.err()).contains("column name is character varying(9), but must be text");
    }
    database.execute(
        "alter table tests.growing alter name type text, drop _version, add colour text");
    assertThat(run("--schema=evolve").exitCode()).isEqualTo(3);
    assertThat(database.query(COLUMNS)).containsExactly("id", "name", "seen_at", "colour");
  }

  @Test
  void thePlanShowsWhatWouldBeDone() {
    PulseCommand evolve = command("plan", "--schema=evolve");
    assertThat(evolve.exitCode()).as(evolve.toString()).isZero();
    assertThat(evolve.out())
        .contains("alter table \"tests\".\"growing\" add column if not exists \"colour\" text")
        .contains("PUT /tests-growing/_mapping");
    assertThat(command("plan", "--schema=ignore").out()).contains("field weight is not stored");
    PulseCommand refuse = command("plan");
    assertThat(refuse.exitCode()).isEqualTo(3);
    assertThat(refuse.out()).contains("field colour is not there yet");
  }
}
