package io.cloudpulse.pipelines.verify;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.bigquery.TableReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** A table in BigQuery: one part, for the answer to one query is of one moment. */
record RowsInWarehouse(Dataset dataset, BigQueryAddress warehouse, List<String> lacks)
    implements SinkRows {
  private static final String WHOLE = "the whole table";

  @Override
  public List<String> open() {
    return List.of(WHOLE);
  }

  @Override
  public RowsReader reader() {
    return new Reader(dataset, warehouse, lacks);
  }

  @Override
  public void close() {
    // A query ends with its answer.
  }

  private record Reader(Dataset dataset, BigQueryAddress warehouse, List<String> lacks)
      implements RowsReader {
    @Override
    public void read(Serializable part, Rows rows) throws IOException {
      new TableReader(dataset, warehouse, lacks).read(rows::take);
    }

    @Override
    public void readKey(List<String> key, Rows rows) throws IOException {
      new TableReader(dataset, warehouse, lacks).readKey(key, rows::take);
    }

    @Override
    public void close() {
      // Nothing is kept between two queries.
    }
  }
}
