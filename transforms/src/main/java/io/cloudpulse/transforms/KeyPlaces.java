package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;

/** Says which of a record's values are its key. */
public final class KeyPlaces {
  private KeyPlaces() {}

  /** The place of each key column among the values, in the key's order. */
  public static int[] of(Dataset dataset) {
    return dataset.key().columns().stream().mapToInt(column -> of(dataset, column)).toArray();
  }

  /** The place of a field or of a column that only the key has. */
  public static int of(Dataset dataset, String column) {
    return switch (column) {
      case Key.CONTENT_COLUMN, Key.SOURCE_COLUMN -> dataset.fields().size();
      case Key.RECORD_COLUMN -> dataset.fields().size() + 1;
      default -> dataset.indexOf(column);
    };
  }
}
