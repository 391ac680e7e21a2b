package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Field;

/** What a field admits of a value that was computed rather than drawn. */
final class Bounds {
  private Bounds() {}

  static boolean admit(Field field, Object value) {
    if (value == null) {
      return !field.required();
    }
    boolean listed = field.allowed().isEmpty() || field.allowed().contains(value.toString());
    boolean enough = field.min().map(min -> compare(min, value) <= 0).orElse(true);
    return listed && enough && field.max().map(max -> compare(max, value) >= 0).orElse(true);
  }

  /** A bound is of the type's carrier class, as is the value. */
  @SuppressWarnings("unchecked")
  private static int compare(Object bound, Object value) {
    return ((Comparable<Object>) bound).compareTo(value);
  }
}
