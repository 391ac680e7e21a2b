package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.Comparator;

/**
 * The one order in which every writer touches rows, so that two writers never wait for each other
 * in a circle. It is no order of PostgreSQL's, and depends on no locale.
 */
final class KeyOrder implements Comparator<VersionedRecord> {
  private final int[] places;

  private KeyOrder(int[] places) {
    this.places = places;
  }

  static KeyOrder of(Dataset dataset) {
    return new KeyOrder(RowPlaces.of(dataset, dataset.key().columns()));
  }

  @Override
  public int compare(VersionedRecord left, VersionedRecord right) {
    Object[] leftValues = left.values();
    Object[] rightValues = right.values();
    for (int place : places) {
      int order = compareValues(leftValues[place], rightValues[place]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @SuppressWarnings("unchecked") // A column's values are all of its type's one carrier.
  private static int compareValues(Object left, Object right) {
    if (left instanceof Long number) {
      return Long.compare(number, (Long) right);
    }
    if (left instanceof Double number) {
      // PostgreSQL takes -0 and 0 for one key; adding 0 does too.
      return Double.compare(number + 0.0, (Double) right + 0.0);
    }
    return ((Comparable<Object>) left).compareTo(right);
  }
}
