package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.shape.PostgresShape;
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
    return switch (column) {
      case Key.CONTENT_COLUMN, Key.SOURCE_COLUMN -> dataset.fields().size();
      case Key.RECORD_COLUMN -> dataset.fields().size() + 1;
      default -> column.equals(PostgresShape.VERSION_COLUMN) ? VERSION : dataset.indexOf(column);
    };
  }
}
