package io.cloudpulse.tests.elasticsearch;

import static io.cloudpulse.tests.sinks.Deliveries.row;
import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkRun;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchSink;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deleted rows stay deleted, on a server that forgets deletes at once. */
@ExtendWith(ElasticsearchServer.class)
class ElasticsearchDeletesIT {
  private static final String RUN = "elasticsearch-deletes";

  private static final String CANARY = "/tests-deletes/_doc/canary?version_type=external&version=";

  private int canaryVersion = 1;
  private final Dataset dataset = Deliveries.dataset("deletes");

  @BeforeEach
  void startWithAServerThatForgets() throws SQLException {
    TestDatabase.forget(RUN);
    TestDatabase.forget(RUN + "b");
    TestCluster.drop("tests-deletes");
    sink(RUN).prepare();
    JsonNode unused =
        TestCluster.answer(
            "PUT", "/tests-deletes/_settings", "{\"index\":{\"gc_deletes\":\"0ms\"}}");
  }

  @Test
  void deletesARowAndCountsIt() throws SQLException {
    send(RUN, rows(1, 3, 5));
    send(RUN + "b", List.of(deleted(1, 2, 6), deleted(2, 3, 4)));

    assertThat(stored()).containsExactly("1|5", "3|5");
    assertThat(TestDatabase.counts(RUN + "b")).containsExactly("2|2|0|1");
  }

  @Test
  void doesNotBringADeletedRowBackWithAnOlderVersion() throws SQLException {
    send(RUN, List.of(deleted(1, 7, 6)));
    forget();
    send(RUN + "b", List.of(row(1, 7, 5, "late"), row(2, 8, 5, "other")));

    assertThat(stored()).containsExactly("8|5");
    assertThat(TestDatabase.counts(RUN + "b")).containsExactly("2|2|0|1");
  }

  /** Guards the test above: a server that remembers would let it pass without tombstones. */
  @Test
  void meetsAServerThatForgetsDeletes() {
    send(RUN, List.of(deleted(1, 7, 6)));
    forget();
    JsonNode unused = TestCluster.answer("DELETE", "/tests-deletes-deleted", "");
    send(RUN + "b", List.of(row(1, 7, 5, "late")));

    assertThat(stored()).containsExactly("7|5");
  }

  @Test
  void letsANewerVersionBringARowBack() {
    send(RUN, List.of(row(1, 7, 5, "first"), deleted(2, 7, 6)));
    forget();
    send(RUN + "b", List.of(row(1, 7, 7, "again")));

    assertThat(stored()).containsExactly("7|7");
  }

  @Test
  void countsADeleteOnceHoweverOftenItsRangeComes() throws SQLException {
    List<VersionedRecord> range = new ArrayList<>(rows(1, 5, 5));
    range.add(deleted(6, 2, 6));

    send(RUN, range);
    forget();
    send(RUN, range);

    assertThat(stored()).containsExactly("1|5", "3|5", "4|5", "5|5");
    assertThat(TestDatabase.counts(RUN)).containsExactly("6|6|0|1");
  }

  @Test
  void remembersNoDeleteOfAComputedRow() {
    Object[] key = deleted(1, 7, 6).values();
    send(RUN, List.of(new VersionedRecord("", 0, 0, 6, key, new byte[0], true)));

    assertThat(TestCluster.ask("HEAD", "/tests-deletes-deleted", "").statusCode()).isEqualTo(404);
  }

  private static VersionedRecord deleted(long ordinal, long id, long version) {
    Object[] values = new Object[8];
    values[0] = id;
    return new VersionedRecord(
        Deliveries.RANGE, ordinal, ordinal * 10, version, values, new byte[0], true);
  }

  /**
   * Waits until Elasticsearch has dropped what it remembers of deletes. It does so when it
   * refreshes, but not of deletes of the same tick of its coarse clock: a document that was deleted
   * last tells, by coming back with an older version.
   */
  private void forget() {
    delete(CANARY, ++canaryVersion);
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              refreshAll();
              return comesBack(CANARY, canaryVersion - 1);
            });
    delete(CANARY, ++canaryVersion);
  }

  private static void refreshAll() {
    for (String index : List.of("tests-deletes", "tests-deletes-deleted")) {
      JsonNode flushed = TestCluster.answer("POST", "/" + index + "/_flush?force=true", "");
      JsonNode merged =
          TestCluster.answer("POST", "/" + index + "/_forcemerge?max_num_segments=1", "");
      JsonNode refreshed = TestCluster.answer("POST", "/" + index + "/_refresh", "");
      assertThat(List.of(flushed, merged, refreshed)).doesNotContainNull();
    }
  }

  private static void delete(String document, int version) {
    assertThat(TestCluster.ask("DELETE", document + version, "").statusCode()).isIn(200, 404);
  }

  private static boolean comesBack(String document, int version) {
    return TestCluster.ask("PUT", document + version, "{}").statusCode() == 201;
  }

  /** Each row as {@code id|version}. */
  private static List<String> stored() {
    JsonNode unused = TestCluster.answer("POST", "/tests-deletes/_refresh", "");
    List<String> rows = new ArrayList<>();
    TestCluster.answer("GET", "/tests-deletes/_search?version=true&sort=id", "")
        .at("/hits/hits")
        .forEach(hit -> rows.add(hit.get("_id").asText() + "|" + hit.get("_version").asText()));
    return rows;
  }

  private void send(String run, List<VersionedRecord> range) {
    SinkRun.sendUnprepared(sink(run), dataset, range);
  }

  private ElasticsearchSink sink(String run) {
    return ElasticsearchSink.of(dataset, TestCluster.address(), TestDatabase.address(), run);
  }
}
