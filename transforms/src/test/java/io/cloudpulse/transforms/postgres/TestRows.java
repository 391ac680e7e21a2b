package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.List;

/** Small datasets and rows of them. */
final class TestRows {
  private TestRows() {}

  static Dataset dataset(Key key, Field... fields) {
    return Dataset.builder()
        .name("harbour.arrivals")
        .layouts(List.of(Layout.builder().build()))
        .fields(List.of(fields))
        .key(key)
        .build();
  }

  /** Keyed by a text and a double. */
  static Dataset shipAndBerth() {
    return dataset(
        Key.fields(List.of("ship", "berth")),
        Field.of("ship", FieldType.STRING),
        Field.of("berth", FieldType.DOUBLE),
        Field.of("dues", FieldType.decimal(12, 2)));
  }

  static VersionedRecord row(long version, Object... values) {
    return new VersionedRecord("file#0-9", 1, 0, version, values, new byte[0]);
  }
}
