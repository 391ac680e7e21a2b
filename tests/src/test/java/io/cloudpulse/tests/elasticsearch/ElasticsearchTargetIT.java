package io.cloudpulse.tests.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.UnfitTarget;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the sink does about an index that is there before it. */
@ExtendWith(ElasticsearchServer.class)
class ElasticsearchTargetIT {
  private final Dataset dataset = Deliveries.dataset("targets");

  @BeforeEach
  void startWithoutTheIndex() {
    TestCluster.drop("tests-targets");
  }

  @Test
  void makesTheIndexOnceAndLeavesItAlone() {
    assertThat(sink().inspect()).isEqualTo(TargetState.missing());

    sink().prepare();
    sink().prepare();

    assertThat(sink().inspect()).isEqualTo(TargetState.there(java.util.List.of()));
    assertThat(
            TestCluster.answer("GET", "/tests-targets/_mapping", "")
                .at("/tests-targets/mappings/properties/due_on/format")
                .asText())
        .isEqualTo("strict_date");
  }

  @Test
  void takesAnIndexWithMoreFields() {
    sink().prepare();
    JsonNode unused =
        TestCluster.answer(
            "PUT",
            "/tests-targets/_mapping",
            "{\"properties\":{\"owner\":{\"type\":\"keyword\"}}}");

    sink().prepare();

    assertThat(sink().inspect().kind()).isEqualTo(TargetState.Kind.FITS);
  }

  @Test
  void refusesAnIndexThatDoesNotFitAndSaysEveryDifference() {
    JsonNode unused =
        TestCluster.answer(
            "PUT",
            "/tests-targets",
            """
            {"mappings": {"_source": {"enabled": false}, "properties": {
              "id": {"type": "integer"}, "customer": {"type": "keyword"},
              "price": {"type": "double"}, "weight": {"type": "double"},
              "fragile": {"type": "boolean"}, "due_on": {"type": "date"},
              "ordered_at": {"type": "date", "format": "strict_date_optional_time_nanos"},
              "details": {"type": "object"}}}}""");

    assertThatThrownBy(() -> sink().prepare())
        .isInstanceOf(UnfitTarget.class)
        .hasMessageStartingWith("index tests-targets at 127.0.0.1:")
        .hasMessageEndingWith(
            """
             does not fit the dataset; nothing was changed:
              - it does not keep the whole of _source
              - field id is integer, but must be long
              - ignore_above of field customer is not set, but must be 8191
              - field customer.text text is missing
              - format of field due_on is not set, but must be strict_date
              - enabled of field details is not set, but must be false
            Change it, or move it out of the way and let it be created.""");
    assertThat(TestCluster.ask("HEAD", "/tests-targets-write", "").statusCode()).isEqualTo(404);
  }

  @Test
  void saysThatAServerIsNotThere() {
    ElasticsearchSink nowhere =
        ElasticsearchSink.of(
            dataset,
            ElasticsearchAddress.parse("elasticsearch://127.0.0.1:1"),
            TestDatabase.address(),
            "run-targets");

    assertThat(nowhere.inspect().kind()).isEqualTo(TargetState.Kind.UNREACHABLE);
    assertThatThrownBy(nowhere::prepare)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Elasticsearch at 127.0.0.1:1 cannot be prepared: ")
        .hasMessageContaining("Connection refused");
  }

  private ElasticsearchSink sink() {
    return ElasticsearchSink.of(
        dataset, TestCluster.address(), TestDatabase.address(), "run-targets");
  }
}
