package io.cloudpulse.tests.bigquery;

import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkRun;
import io.cloudpulse.transforms.bigquery.BigQuerySink;
import io.grpc.Status;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the sink does when BigQuery does not do as it should. */
@ExtendWith(Warehouse.class)
class BigQueryTroubleIT {
  private static final String RUN = "run-bigquery-trouble";

  private final Dataset dataset = Deliveries.dataset("troubles");

  @BeforeEach
  void startWithoutTheTable() throws Exception {
    Warehouse.drop(dataset);
    TestDatabase.forget(RUN);
  }

  @Test
  void sendsAgainWhatWasNotTaken() throws Exception {
    Warehouse.server().troubles().refuse(Status.UNAVAILABLE, 3);

    SinkRun.send(Warehouse.sink(dataset, RUN), dataset, rows(1, 2_500, 1));

    assertAllStored();
  }

  @Test
  void waitsForAQuota() throws Exception {
    Warehouse.server().troubles().refuse(Status.RESOURCE_EXHAUSTED, 2);

    SinkRun.send(Warehouse.sink(dataset, RUN), dataset, rows(1, 2_500, 1));

    assertAllStored();
  }

  @Test
  void storesOnceWhatWasTakenWithoutAnAnswer() throws Exception {
    long before = Warehouse.server().troubles().requests();
    Warehouse.server().troubles().loseAnswer();

    SinkRun.send(Warehouse.sink(dataset, RUN), dataset, rows(1, 2_500, 1));

    assertAllStored();
    assertThat(Warehouse.server().troubles().requests() - before).isEqualTo(3);
  }

  @Test
  void failsTheBundleWhereNoRecordIsToBlameAndLosesNothing() throws Exception {
    BigQuerySink sink = Warehouse.sink(dataset, RUN);
    Warehouse.server().troubles().refuse(Status.PERMISSION_DENIED.withDescription("not you"), 1);

    assertThatThrownBy(() -> SinkRun.send(sink, dataset, rows(1, 2_500, 1)))
        .hasMessageContaining("BigQuery table test.t_troubles.troubles refused the request, not a")
        .hasMessageContaining("PERMISSION_DENIED: not you");
    SinkRun.send(sink, dataset, rows(1, 2_500, 1));

    assertAllStored();
  }

  @Test
  void givesUpAfterItsPatienceAndSaysSo() {
    BigQuerySink sink = Warehouse.sink(dataset, RUN);
    sink.prepare();
    Warehouse.drop(dataset);
    BigQuerySink hasty =
        new BigQuerySink(
            dataset,
            sink.warehouse(),
            sink.ledger(),
            RUN,
            sink.policy(),
            Duration.ofSeconds(2),
            sink.method());

    assertThatThrownBy(() -> SinkRun.sendUnprepared(hasty, dataset, rows(1, 3, 1)))
        .hasMessageContaining("did not take a batch for 2 s")
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("Nothing is lost. See that the table is there");
  }

  private void assertAllStored() throws Exception {
    assertThat(Warehouse.query(dataset, "count(*), min(id), max(id)"))
        .containsExactly("2500|1|2500");
    assertThat(TestDatabase.counts(RUN)).containsExactly("2500|2500|0|0");
  }
}
