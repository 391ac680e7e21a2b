package io.cloudpulse.tests.matrix;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.Rows;
import java.io.IOException;
import java.sql.SQLException;

/** Where a run leaves rows; one run writes all of them. */
enum Sink {
  POSTGRES("PostgreSQL") {
    @Override
    String address(Stores stores) {
      return stores.database().sink();
    }

    @Override
    Rows rows(Stores stores, Dataset dataset) throws SQLException {
      return Rows.in(stores.database(), dataset);
    }
  },
  ELASTICSEARCH("Elasticsearch") {
    @Override
    String address(Stores stores) {
      return stores.indices().address();
    }

    @Override
    Rows rows(Stores stores, Dataset dataset) throws IOException {
      return Rows.in(stores.indices().address(), dataset);
    }
  },
  BIGQUERY("BigQuery") {
    @Override
    String address(Stores stores) {
      return stores.warehouse();
    }

    @Override
    Rows rows(Stores stores, Dataset dataset) throws IOException {
      return Rows.inBigQuery(stores.warehouse(), dataset);
    }
  };

  private final String words;

  Sink(String words) {
    this.words = words;
  }

  /** As {@code --sink} takes it. */
  abstract String address(Stores stores);

  /** Every row that it holds of a dataset, with its version. */
  abstract Rows rows(Stores stores, Dataset dataset) throws SQLException, IOException;

  /** As a report calls it. */
  String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return words;
  }
}
