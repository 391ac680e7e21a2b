package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.table.RowsOrigin;
import java.io.Serializable;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A dataset's table in BigQuery that is read as a source.
 *
 * @param run id of the run, for dead letters
 * @param versioned whether its rows carry their versions, as those that a sink stored do
 * @param asOf when the rows of one that does not carry them were true, if the dataset does not say
 */
public record StreamOrigin(
    Dataset dataset,
    BigQueryAddress warehouse,
    String run,
    boolean versioned,
    @Nullable Instant asOf)
    implements Serializable {

  /** The same without its place: {@code bigquery:northwind.orders}. */
  RowsOrigin rows() {
    BigQueryTable table = warehouse.table(dataset);
    String source = "bigquery:" + table.datasetId() + "." + table.tableId();
    return new RowsOrigin(dataset, source, run, versioned, asOf);
  }

  /** What a part of it is called where it is counted. */
  public String range(StreamPart part) {
    return rows().range(Integer.toString(part.number()));
  }
}
