package io.cloudpulse.serving.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KeptRunTest {
  private static final String ROW =
      """
      {"run": "shop", "dataset": "activity.events", "source": "kafka:events?properties=/p", "runner": "flink",
       "mode": "streaming", "started_at": "2026-11-20T10:00:00+00:00", %s}\
      """;

  private static final String LIVE =
      """
      "live": {"read": 90, "accepted": 80, "refused": 10, "refusedByReason": {"type": 7}, "rowsPerSecond": 5,
        "sinks": {"postgres": {"delivered": 79, "refused": 1, "superseded": 4}}, "deadLettersOpen": 3,
        "partitions": [{"partition": 0, "lag": 2, "watermark": "2026-11-20T10:00:09Z"},
                       {"partition": 1, "lag": 5, "watermark": "2026-11-20T10:00:08Z"}]}\
      """;

  private static final String REPORT =
      """
      "report": {"read": 100, "accepted": 88, "refused": 12, "refusedByReason": {"type": 12}, "rowsPerSecond": 50,
        "delivered": {"postgres": 86}, "superseded": {"postgres": 5}, "refusedBySink": {"postgres": 2},
        "imbalance": %s}\
      """;

  private static KeptRun run(String rest) throws IOException {
    return KeptRun.of(new ObjectMapper().readTree(ROW.formatted(rest)));
  }

  @Test
  void tellsOfOneThatRunsWhatItsLastSignOfLifeSaid() throws IOException {
    KeptRun run =
        run(
            "\"state\": \"running\", \"silent_seconds\": 3.5,"
                + " \"heartbeat_at\": \"2026-11-20T10:01:00+00:00\", "
                + LIVE);

    assertThat(run.run().toString().replace('"', '\''))
        .isEqualTo(
            "{'run':'shop','job':'shop','dataset':'activity.events','source':'kafka:events',"
                + "'runner':'flink','mode':'streaming','state':'running',"
                + "'started':'2026-11-20T10:00:00+00:00','ended':null,"
                + "'read':90,'accepted':80,'refused':10,'balanced':null,"
                + "'sinks':[{'sink':'postgres','delivered':79,'superseded':4,'refused':1}],"
                + "'refused_by_reason':{'type':7},'error':null}");
    JsonNode job = run.job();
    assertThat(job.path("since").asText()).isEqualTo("2026-11-20T10:01:00+00:00");
    assertThat(job.path("rate").asLong()).isEqualTo(5);
    assertThat(job.path("lag").asLong()).isEqualTo(7);
    assertThat(job.path("open_letters").asLong()).isEqualTo(3);
    assertThat(job.path("watermark").asText()).isEqualTo("2026-11-20T10:00:08Z");
  }

  @Test
  void takesTheReportOfOneThatEndedForTheLastWord() throws IOException {
    JsonNode run = run("\"state\": \"done\", " + LIVE + ", " + REPORT.formatted("[]")).run();

    assertThat(run.path("read").asLong()).isEqualTo(100);
    assertThat(run.path("balanced").asBoolean()).isTrue();
    assertThat(run.path("sinks").toString().replace('"', '\''))
        .isEqualTo("[{'sink':'postgres','delivered':86,'superseded':5,'refused':2}]");
    assertThat(run.path("refused_by_reason").path("type").asLong()).isEqualTo(12);
  }

  @Test
  void saysWhichRunIsOutOfBalance() throws IOException {
    assertThat(
            run("\"state\": \"unbalanced\", " + REPORT.formatted("[\"read 1 is not 2\"]"))
                .run()
                .get("balanced")
                .asBoolean(true))
        .isFalse();
  }

  @Test
  void losesOneThatWasKilledAndRatesItNoMore() throws IOException {
    JsonNode job = run("\"state\": \"running\", \"silent_seconds\": 16, " + LIVE).job();

    assertThat(job.path("state").asText()).isEqualTo("lost");
    assertThat(job.path("rate").isNull()).isTrue();
  }

  @Test
  void tellsOfOneThatHasJustBegunThatItReadNothing() throws IOException {
    JsonNode run = run("\"state\": \"running\", \"silent_seconds\": null").run();

    assertThat(run.path("read").asLong()).isZero();
    assertThat(run.path("sinks")).isEmpty();
    assertThat(run.path("refused_by_reason").isObject()).isTrue();
  }

  @Test
  void hidesWhoEntersWhere() throws IOException {
    JsonNode run =
        run("\"state\": \"failed\", \"error\": \"no jdbc:postgresql://h:5432/db?user=u&password="
                + "secret://file/x, nor elasticsearch://e:9200?user=u\"")
            .run();

    assertThat(run.path("error").asText())
        .isEqualTo("no jdbc:postgresql://h:5432/db, nor elasticsearch://e:9200");
  }

  @Test
  void knowsNoLagWhereAPartitionTellsNone() throws IOException {
    JsonNode partitions =
        new ObjectMapper()
            .readTree("[{\"lag\": 3, \"watermark\": null}, {\"lag\": null, \"watermark\": null}]");

    assertThat(Progress.of(partitions).lag()).isEmpty();
    assertThat(Progress.of(partitions).watermark()).isEmpty();
  }
}
