package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs, jobs and dead letters are told as the report, {@code pulse status} and SQL tell them. */
@ExtendWith(PostgresServer.class)
class LedgerPagesIT {
  private static final String LETTERS = "/api/dead-letters";

  private static Database database;
  private static ServingProcess api;
  private static RunReport clean;
  private static RunReport dirty;

  @BeforeAll
  static void load(Database ours, @TempDir Path folder) throws IOException {
    database = ours;
    clean = move("shippers.csv", "northwind.shippers", folder, 20, "0");
    dirty = move("orders.csv", "northwind.orders", folder, 400, "0.1");
    Path latin = folder.resolve("latin.csv");
    Files.writeString(latin, "shipper_id,company_name\n9,\u00e9\n", StandardCharsets.ISO_8859_1);
    RunReport broken = Moving.of("northwind.shippers", database).with("--maxRefused=1").move(latin);
    assertThat(broken.refused()).isEqualTo(1);
    api = ServingProcess.over(database);
  }

  private static RunReport move(String name, String dataset, Path folder, int rows, String dirt) {
    Path file = folder.resolve(name);
    Generated.must(
        PulseCommand.run(
            "generate",
            "--dataset=" + dataset,
            "--rows=" + rows,
            "--dirty=" + dirt,
            "--out=" + file));
    return Moving.of(dataset, database).with("--maxRefused=1").move(file);
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
  }

  @Test
  void tellsOfEachRunWhatItsReportDid() throws Exception {
    JsonNode runs = api.json("/api/runs").path("runs");

    assertThat(runs.findValuesAsText("run"))
        .isEqualTo(database.query("select run from pulse.runs order by started_at desc"))
        .hasSize(3);
    assertRun(runs.path(1), dirty);
    assertRun(runs.path(2), clean);
    assertThat(dirty.refused()).isPositive();
    assertThat(api.json("/api/runs?limit=1").path("runs")).hasSize(1);
  }

  private static void assertRun(JsonNode run, RunReport report) {
    assertThat(run.path("run").asText()).isEqualTo(report.run());
    assertThat(run.path("dataset").asText()).isEqualTo(report.dataset());
    assertThat(run.path("state").asText()).isEqualTo("done");
    assertThat(run.path("balanced").asBoolean()).isTrue();
    assertThat(run.path("read").asLong()).isEqualTo(report.read());
    assertThat(run.path("accepted").asLong()).isEqualTo(report.accepted());
    assertThat(run.path("refused").asLong()).isEqualTo(report.refused());
    assertThat(run.path("read").asLong())
        .isEqualTo(run.path("accepted").asLong() + run.path("refused").asLong());
    assertThat(run.at("/sinks/0/delivered").asLong()).isEqualTo(report.delivered().get("postgres"));
    assertThat(
            new ObjectMapper()
                .convertValue(
                    run.path("refused_by_reason"), new TypeReference<Map<String, Long>>() {}))
        .isEqualTo(Map.copyOf(report.refusedByReason()));
    assertThat(run.toString()).doesNotContain("password", "secret:");
  }

  /** A stream that runs, and one that was killed: as those see them who type a command. */
  @Test
  void tellsOfJobsWhatStatusDoes() throws Exception {
    database.execute(
        """
        insert into pulse.runs (run, dataset, source, sinks, runner, mode, state, heartbeat_at, live) values
        ('shop', 'activity.events', 'kafka:shop', 'x', 'flink', 'streaming', 'running', now() + interval '1 hour',
         '{"at":"2026-11-20T10:00:00Z","job":"shop","dataset":"activity.events","runningSeconds":9,"read":90,
           "accepted":80,"refused":10,"refusedByReason":{"type":10},"sinks":{},"deadLettersOpen":10,"rowsPerSecond":7,
           "round":null,"partitions":[{"partition":0,"committed":1,"end":4,"lag":3,"watermark":"2026-11-20T10:00:00Z"},
           {"partition":1,"committed":1,"end":1,"lag":0,"watermark":"2026-11-20T09:00:00Z"}],"process":null}'),
        ('gone', 'activity.events', 'kafka:gone', 'x', 'flink', 'streaming', 'running', now() - interval '1 hour', null),
        ('away', 'activity.events', 'kafka:away', 'x', 'dataflow', 'streaming', 'running', null, null)""");
    try {
      PulseCommand status = PulseCommand.run("status", "--json", "--ledger=" + database.sink());
      assertThat(status.exitCode()).as(status.toString()).isZero();

      assertThat(jobs(api.json("/api/jobs").path("jobs"), "rate"))
          .isEqualTo(jobs(jobsOf(status.out()), "rowsPerSecond"))
          .contains(
              "shop|activity.events|running|flink|streaming|90|80|10|7|3|2026-11-20T09:00:00Z",
              "gone|activity.events|lost|flink|streaming|0|0|0|null|null|null",
              "away|activity.events|submitted|dataflow|streaming|0|0|0|null|null|null");
    } finally {
      database.execute("delete from pulse.runs where run in ('shop', 'gone', 'away')");
    }
  }

  private static JsonNode jobsOf(String json) throws IOException {
    JsonNode page = new ObjectMapper().readTree(json);
    return page.isArray() ? page : page.path("jobs");
  }

  /** The command rates those alone that run or are done, as its table does. */
  private static List<String> jobs(JsonNode jobs, String rate) {
    List<String> rows = new ArrayList<>();
    for (JsonNode job : jobs) {
      String state = job.path("state").asText();
      boolean isRated = state.equals("running") || state.equals("done");
      rows.add(
          String.join(
              "|",
              job.path("job").asText(),
              job.path("dataset").asText(),
              state,
              job.path("runner").asText(),
              job.path("mode").asText(),
              job.path("read").asText(),
              job.path("accepted").asText(),
              job.path("refused").asText(),
              isRated ? job.path(rate).asText() : "null",
              job.path("lag").asText("null"),
              job.path("watermark").asText("null")));
    }
    return rows;
  }

  @Test
  void showsALetterWithItsBytes() throws Exception {
    String id =
        database.one(
            "select id from pulse.dead_letters where dataset = 'northwind.orders' order by id limit 1");
    JsonNode letter = api.json(LETTERS + "/" + id);

    assertThat(letter.path("bytes").asText())
        .isEqualTo(
            database.one(
                "select translate(encode(original, 'base64'), E'\\n', '') from pulse.dead_letters where id = '%s'"
                    .formatted(id)));
    byte[] bytes = Base64.getDecoder().decode(letter.path("bytes").asText());
    if (!letter.path("text").isNull()) {
      assertThat(letter.path("text").asText()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }
    assertThat(
            String.join(
                "|",
                letter.path("reason").asText(),
                letter.path("message").asText(),
                letter.path("line").asText("null"),
                letter.path("state").asText()))
        .isEqualTo(
            database.one(
                "select reason, message, nullif(line, 0), status from pulse.dead_letters where id = '%s'"
                    .formatted(id)));
    assertThat(letter.path("replay").isNull()).isTrue();
  }

  @Test
  void tellsBytesThatAreNoTextAsBytesAlone() throws Exception {
    String id =
        database.one("select id from pulse.dead_letters where dataset = 'northwind.shippers'");
    JsonNode letter = api.json(LETTERS + "/" + id);

    assertThat(letter.path("reason").asText()).isEqualTo("encoding");
    assertThat(letter.path("text").isNull()).isTrue();
    assertThat(Base64.getDecoder().decode(letter.path("bytes").asText()))
        .containsExactly('9', ',', 0xE9);
  }

  @Test
  void tellsEveryMistakeOfAFilter() {
    assertThat(
            ServingProcess.mistaken(
                api.get(LETTERS + "?limit=501&state=gone&cursor=abc&dataset=%00&status=open")))
        .containsExactly("cursor", "dataset", "limit", "state", "status");
    for (String id : List.of("x", "0123", "--help", "..%2F..%2Fetc%2Fpasswd", "A".repeat(32))) {
      assertThat(api.get(LETTERS + "/" + id).statusCode()).as(id).isIn(400, 404);
    }
    assertThat(api.get(LETTERS + "/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    assertThat(ServingProcess.mistaken(api.get("/api/runs?limit=0"))).containsExactly("limit");
  }

  @Test
  void refusesACursorOfAnotherPageOrOfNone() throws Exception {
    for (String json :
        List.of(
            "[\"-first_seen\",\"soon\",\"0\"]",
            "[\"-last_seen\",\"2026-11-20T12:00:00Z\",\"0\"]",
            "[\"-first_seen\",null,\"0\"]")) {
      String cursor =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(json.getBytes(StandardCharsets.UTF_8));
      assertThat(ServingProcess.mistaken(api.get(LETTERS + "?cursor=" + cursor)))
          .containsExactly("cursor");
    }
  }
}
