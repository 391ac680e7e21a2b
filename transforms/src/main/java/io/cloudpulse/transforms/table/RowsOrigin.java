package io.cloudpulse.transforms.table;

import io.cloudpulse.schemas.Dataset;
import java.io.Serializable;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What is to be known of a table to make records of its rows.
 *
 * @param source what records and dead letters call it: {@code postgres:northwind.orders}
 * @param run id of the run, for dead letters
 * @param versioned whether its rows carry their versions, as those that a sink stored do
 * @param asOf when the rows of one that does not carry them were true, if the dataset does not say
 */
public record RowsOrigin(
    Dataset dataset, String source, String run, boolean versioned, @Nullable Instant asOf)
    implements Serializable {

  /** What a part of the table is called where it is counted. */
  public String range(String part) {
    return source + "#" + part;
  }
}
