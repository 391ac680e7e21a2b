package io.cloudpulse.tests.bigquery;

import static io.cloudpulse.tests.sinks.Deliveries.row;
import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkContract;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the BigQuery sink promises, on the emulator behind what stands in for its changes. */
@ExtendWith(Warehouse.class)
class BigQuerySinkIT extends SinkContract {
  @Override
  protected Sink sink(String ofRun) {
    return Warehouse.sink(dataset, ofRun);
  }

  @Override
  protected List<String> stored() {
    return Warehouse.query(dataset, "id, customer, _version");
  }

  @Override
  protected void drop() {
    Warehouse.drop(dataset);
  }

  @Override
  protected boolean saysWhatIsSuperseded() {
    return false;
  }

  @Override
  protected VersionedRecord bad(long ordinal) {
    VersionedRecord row = row(ordinal, ordinal, 1, "bad");
    row.values()[7] = "{\"a\":";
    return row;
  }

  @Override
  protected String whyBad() {
    return "BigQuery refused it: Field details: it is not JSON";
  }

  @Test
  void storesEachTypeExactly() {
    send(run, rows(1, 3, 7));

    assertThat(
            Warehouse.query(
                dataset,
                "id, customer, price, weight, fragile, due_on, unix_micros(ordered_at), details,"
                    + " _version"))
        .hasSize(3)
        .contains("3|customer 3|12.5|0.25|true|2026-01-02|1767355200000001|{\"a\":[1,null]}|7");
  }

  /** The emulator holds no NaN: it comes back as null. */
  @Test
  void refusesWhatBigQueryCannotHoldAndStoresTheOtherEdgesExactly() throws Exception {
    send(run, Deliveries.edges());

    assertThat(
            Warehouse.query(
                dataset,
                "id, customer, price, weight, due_on, unix_micros(ordered_at), details, _version"))
        .containsExactly(
            "0||0|null|null|null|null|9223372036854775807",
            "9223372036854775807|null|0.01|5e-324|9999-12-31|253402300799999999|null|1");
    assertThat(counts()).containsExactly("3|2|1|0");
    assertThat(deadLetters("field, message"))
        .containsExactly(
            "due_on|BigQuery cannot hold the value of due_on: -0043-03-15 is not within 0001-01-01"
                + " and 9999-12-31");
  }
}
