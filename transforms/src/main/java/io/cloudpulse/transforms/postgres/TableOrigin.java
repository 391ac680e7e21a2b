package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.table.RowsOrigin;
import java.io.Serializable;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A dataset's table that is read as a source.
 *
 * @param run id of the run, for dead letters
 * @param versioned whether its rows carry their versions, as those that a sink stored do
 * @param asOf when the rows of one that does not carry them were true, if the dataset does not say
 * @param since what was moved before and is left out now
 */
public record TableOrigin(
    Dataset dataset,
    PostgresAddress database,
    String run,
    boolean versioned,
    @Nullable Instant asOf,
    TableMark since)
    implements Serializable {

  /** The same without its place: {@code postgres:northwind.orders}. */
  RowsOrigin rows() {
    PostgresShape shape = PostgresShape.of(dataset);
    String source = "postgres:" + shape.schema() + "." + shape.table();
    return new RowsOrigin(dataset, source, run, versioned, asOf);
  }

  /** What a part of it is called where it is counted. */
  public String range(TablePart part) {
    return rows().range(part.id());
  }
}
