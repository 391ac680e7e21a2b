package io.cloudpulse.tests.elasticsearch;

import static io.cloudpulse.tests.sinks.Deliveries.row;
import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkContract;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchSink;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the Elasticsearch sink promises, on a real server. */
@ExtendWith(ElasticsearchServer.class)
class ElasticsearchSinkIT extends SinkContract {
  @Override
  protected Sink sink(String ofRun) {
    return ElasticsearchSink.of(dataset, TestCluster.address(), TestDatabase.address(), ofRun);
  }

  @Override
  protected List<String> stored() {
    return StreamSupport.stream(hits().spliterator(), false)
        .map(
            hit ->
                "%s|%s|%s"
                    .formatted(
                        hit.at("/_source/id").asText(),
                        hit.at("/_source/customer").asText(),
                        hit.get("_version").asText()))
        .toList();
  }

  private JsonNode hits() {
    JsonNode unused = TestCluster.answer("POST", "/" + index() + "/_refresh", "");
    return TestCluster.answer("GET", "/" + index() + "/_search?version=true&size=10000&sort=id", "")
        .at("/hits/hits");
  }

  private String index() {
    return "tests-" + dataset.kind();
  }

  @Override
  protected void drop() {
    TestCluster.drop(index());
  }

  /** PostgreSQL keeps the last of two equal names; Elasticsearch takes none. */
  @Override
  protected VersionedRecord bad(long ordinal) {
    VersionedRecord row = row(ordinal, ordinal, 1, "bad");
    row.values()[7] = "{\"a\":1,\"a\":2}";
    return row;
  }

  @Override
  protected String whyBad() {
    return "Elasticsearch refused it: 400 document_parsing_exception: ";
  }

  @Test
  void storesEachTypeExactly() {
    send(run, rows(1, 3, 7));

    String stored = TestCluster.ask("GET", "/" + index() + "/_source/3", "").body();
    assertThat(stored)
        .isEqualTo(
            "{\"id\":3,\"customer\":\"customer 3\",\"price\":12.50,\"weight\":0.25,"
                + "\"fragile\":true,\"due_on\":\"2026-01-02\","
                + "\"ordered_at\":\"2026-01-02T12:00:00.000001Z\",\"details\":{\"a\":[1,null]}}");
  }

  @Test
  void refusesWhatJsonCannotHoldAndStoresTheOtherEdgesExactly() throws Exception {
    send(run, Deliveries.edges());

    assertThat(hits().toString())
        .contains("\"_id\":\"9223372036854775807\",\"_version\":1")
        .contains("9999-12-31T23:59:59.999999Z", "\"price\":0.01", "\"weight\":4.9E-324");
    assertThat(counts()).containsExactly("3|1|2|0");
    assertThat(deadLetters("field, message"))
        .containsExactly(
            "weight|Elasticsearch cannot hold the value of weight: -Infinity is no number in JSON",
            "weight|Elasticsearch cannot hold the value of weight: NaN is no number in JSON");
  }
}
