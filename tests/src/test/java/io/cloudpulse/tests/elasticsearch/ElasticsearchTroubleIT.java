package io.cloudpulse.tests.elasticsearch;

import static io.cloudpulse.tests.sinks.Deliveries.row;
import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.local.LocalElasticsearch;
import io.cloudpulse.pipelines.local.RunningElasticsearch;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.Loopback;
import io.cloudpulse.tests.postgres.PostgresServer;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkRun;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchSink;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Servers that stand still, die, are not there or take no more; on a node of its own. */
@ExtendWith(PostgresServer.class)
class ElasticsearchTroubleIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUN = "elasticsearch-trouble";
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** A node that is killed has to start again meanwhile. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static LocalElasticsearch node;
  private static Indices indices;

  private final Dataset dataset = Deliveries.dataset("trouble");

  @BeforeAll
  static void startANodeThatTakesSmallRequests(@TempDir Path home) {
    node =
        LocalElasticsearch.in(home)
            .onPort(Loopback.freePort())
            .withSettings(Map.of("http.max_content_length", "1mb"));
    indices = new Indices(node.start(), "tests-");
  }

  @AfterAll
  static void wipeTheNode() {
    node.wipe();
  }

  @BeforeEach
  void startWithAnEmptyIndex() throws SQLException {
    TestDatabase.forget(RUN);
    var unused = indices.ask("DELETE", "/tests-trouble", "");
    sink(PATIENCE).prepare();
  }

  @Test
  void waitsForAServerThatStandsStill() throws Exception {
    CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(rows(1, 40_000, 1)));
    String pid = pid();
    awaitRows();
    signal("STOP", pid);
    try {
      Awaitility.await().pollDelay(PAUSE).until(() -> true);
      assertThat(sent).isNotDone();
    } finally {
      signal("CONT", pid);
    }
    sent.join();

    assertThat(count()).isEqualTo(40_000);
    assertThat(TestDatabase.counts(RUN)).containsExactly("40000|40000|0|0");
  }

  @Test
  void goesOnWhenAKilledServerIsBack() throws Exception {
    CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(rows(1, 40_000, 1)));
    awaitRows();
    signal("KILL", pid());
    RunningElasticsearch again = node.start();
    sent.join();

    assertThat(again.port()).isEqualTo(indices.node().port());
    assertThat(count()).isEqualTo(40_000);
    assertThat(TestDatabase.counts(RUN)).hasSize(1).first().asString().startsWith("40000|40000|0|");
  }

  @Test
  void halvesWhatIsTooLargeAndRefusesTheDocumentThatIsTooLargeAlone() throws Exception {
    List<VersionedRecord> rows = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      rows.add(row(i, i, 1, "x".repeat(i == 7 ? 1_100_000 : 60_000)));
    }

    send(rows);

    assertThat(count()).isEqualTo(39);
    assertThat(TestDatabase.counts(RUN)).containsExactly("40|39|1|0");
    assertThat(
            TestDatabase.query("select message from pulse.dead_letters where run = '" + RUN + "'"))
        .containsExactly(
            "Elasticsearch refused it: 413: it is larger than http.max_content_length of the"
                + " server");
  }

  @Test
  void failsAtOnceWhenTheIndexIsGone() throws Exception {
    var unused = indices.ask("DELETE", "/tests-trouble", "");

    assertThatThrownBy(() -> send(rows(1, 10, 1)))
        .hasMessageContaining("refused the request, not a record (404 index_not_found_exception")
        .hasMessageContaining("Nothing is lost.");
    assertThat(indices.ask("HEAD", "/tests-trouble", "").statusCode()).isEqualTo(404);
    assertNothingIsCounted();
  }

  @Test
  void failsAtOnceWhenTheMappingLacksAField() throws Exception {
    var deleted = indices.ask("DELETE", "/tests-trouble", "");
    var made =
        indices.ask(
            "PUT",
            "/tests-trouble",
            """
            {"mappings": {"dynamic": "strict", "properties": {"id": {"type": "long"}}},
             "aliases": {"tests-trouble-write": {}}}""");
    assertThat(List.of(deleted.statusCode(), made.statusCode())).containsExactly(200, 200);

    assertThatThrownBy(() -> send(rows(1, 10, 1)))
        .hasMessageContaining("strict_dynamic_mapping_exception");
    assertNothingIsCounted();
  }

  @Test
  void failsWhenAServerIsNotThereForAsLongAsThePatienceLasts() throws Exception {
    ElasticsearchSink nowhere =
        new ElasticsearchSink(
            dataset,
            ElasticsearchAddress.parse("elasticsearch://127.0.0.1:1"),
            TestDatabase.address(),
            RUN,
            Duration.ofSeconds(2),
            SchemaPolicy.REFUSE);

    assertThatThrownBy(() -> SinkRun.sendUnprepared(nowhere, dataset, rows(1, 10, 1)))
        .hasMessageContaining("Elasticsearch at 127.0.0.1:1 did not take a batch for 2 s")
        .hasMessageContaining("Connection refused")
        .hasMessageContaining("Nothing is lost. See that it runs, is reachable and has room");
    assertNothingIsCounted();
  }

  private static void assertNothingIsCounted() throws SQLException {
    assertThat(TestDatabase.counts(RUN)).isEmpty();
    assertThat(TestDatabase.query("select * from pulse.dead_letters where run = '" + RUN + "'"))
        .isEmpty();
  }

  private void send(List<VersionedRecord> range) {
    SinkRun.sendUnprepared(sink(PATIENCE), dataset, range);
  }

  private ElasticsearchSink sink(Duration patience) {
    return new ElasticsearchSink(
        dataset,
        ElasticsearchAddress.parse(indices.address()),
        TestDatabase.address(),
        RUN,
        patience,
        SchemaPolicy.REFUSE);
  }

  private static void awaitRows() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> count() > 0);
  }

  private static int count() {
    var unused = indices.ask("POST", "/tests-trouble/_refresh", "");
    return Integer.parseInt(
        indices.ask("GET", "/_cat/count/tests-trouble?h=count", "").body().trim());
  }

  /** As the node itself says it. */
  private static String pid() throws IOException {
    String processes = indices.ask("GET", "/_nodes/process", "").body();
    return JSON.readTree(processes).findValue("process").get("id").asText();
  }

  private static void signal(String name, String pid) throws IOException, InterruptedException {
    int code = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
    assertThat(code).isZero();
  }
}
