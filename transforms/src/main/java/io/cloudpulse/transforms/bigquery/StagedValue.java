package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.transforms.VersionedRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Makes of a row's values what a {@link Staging} table holds of them. */
final class StagedValue {
  private StagedValue() {}

  /** A text, a whole number, a double or a truth; null for none. */
  static @Nullable Object of(Column column, VersionedRecord row) {
    if (column.place() == Column.OF_THE_VERSION) {
      return row.version();
    }
    Object value = row.values()[column.place()];
    return value == null ? null : of(column.kind(), value);
  }

  private static Object of(Column.Kind kind, Object value) {
    return switch (kind) {
      case STRING, JSON, INT64, FLOAT64, BOOL -> value;
      case NUMERIC, BIGNUMERIC -> ((BigDecimal) value).toPlainString();
      case DATE -> ((LocalDate) value).toEpochDay();
      case TIMESTAMP -> RowMessage.micros((Instant) value);
    };
  }
}
