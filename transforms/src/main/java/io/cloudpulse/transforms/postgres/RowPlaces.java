package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.KeyPlaces;
import java.util.List;

/** Says which of a record's values fills which column: an index, or the version. */
final class RowPlaces {
  /** Instead of an index: the record's version. */
  static final int VERSION = -1;

  private RowPlaces() {}

  /** The place of each column named, in the order of the names. */
  static int[] of(Dataset dataset, List<String> columns) {
    return columns.stream().mapToInt(column -> place(dataset, column)).toArray();
  }

  private static int place(Dataset dataset, String column) {
    return column.equals(PostgresShape.VERSION_COLUMN) ? VERSION : KeyPlaces.of(dataset, column);
  }
}
