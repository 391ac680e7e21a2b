package io.cloudpulse.pipelines.source;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.bigquery.TableReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of a table in BigQuery by their keys. */
record RecordsInWarehouse(Dataset dataset, BigQueryAddress warehouse) implements RecordFinder {
  @Override
  public String place(Read record) {
    return dataset.stored().name() + " in BigQuery " + warehouse.place();
  }

  @Override
  public List<Object[]> values(Read record) throws IOException {
    List<Object[]> found = new ArrayList<>();
    new TableReader(dataset, warehouse)
        .readKey(record.key(), (values, version) -> found.add(values));
    return found;
  }
}
