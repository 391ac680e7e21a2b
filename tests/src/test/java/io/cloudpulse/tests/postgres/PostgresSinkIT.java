package io.cloudpulse.tests.postgres;

import static io.cloudpulse.tests.sinks.Deliveries.row;
import static io.cloudpulse.tests.sinks.Deliveries.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkContract;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.PostgresSink;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the PostgreSQL sink promises, on a real server. */
@ExtendWith(PostgresServer.class)
class PostgresSinkIT extends SinkContract {
  @Override
  protected Sink sink(String ofRun) {
    return PostgresSink.of(dataset, TestDatabase.address(), ofRun);
  }

  @Override
  protected List<String> stored() throws SQLException {
    return stored("id, customer, _version", "order by id");
  }

  @Override
  protected void drop() throws SQLException {
    TestDatabase.execute("drop table if exists tests." + dataset.kind());
  }

  @Override
  protected VersionedRecord bad(long ordinal) {
    return row(ordinal, ordinal, 1, "nul \0 inside");
  }

  @Override
  protected String whyBad() {
    return "PostgreSQL refused it: invalid byte sequence for encoding \"UTF8\": 0x00"
        + " (SQLSTATE 22021)";
  }

  @Test
  void storesEachTypeExactly() throws SQLException {
    send(run, rows(1, 3, 7));

    assertThat(stored("*", "where id = 3"))
        .containsExactly(
            "3|customer 3|12.50|0.25|t|2026-01-02|2026-01-02 12:00:00.000001+00"
                + "|{\"a\": [1, null]}|7");
  }

  @Test
  void storesTheEdgesOfEachTypeExactly() throws SQLException {
    send(run, Deliveries.edges());

    assertThat(stored("*", "order by id"))
        .containsExactly(
            "-9223372036854775808|\u00e9\ud83d\ude00\t\\\"|-9999999999.99|-Infinity|f|0044-03-15 BC"
                + "|1969-12-31 23:59:59.999999+00|{}|0",
            "0||0.00|NaN|null|null|null|null|9223372036854775807",
            "9223372036854775807|null|0.01|5e-324|t|9999-12-31"
                + "|9999-12-31 23:59:59.999999+00|null|1");
  }

  private List<String> stored(String columns, String rest) throws SQLException {
    return TestDatabase.query("select " + columns + " from tests." + dataset.kind() + " " + rest);
  }
}
