package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.List;

/** A dataset with a field of each type. */
final class Samples {
  static final Dataset DATASET =
      Dataset.builder()
          .name("tests.things")
          .layouts(List.of(Layout.builder().build()))
          .fields(
              List.of(
                  Field.of("id", FieldType.INT64),
                  Field.of("name", FieldType.STRING),
                  Field.of("price", FieldType.decimal(12, 2)),
                  Field.of("big", FieldType.decimal(38, 18)),
                  Field.of("weight", FieldType.DOUBLE),
                  Field.of("good", FieldType.BOOLEAN),
                  Field.of("day", FieldType.DATE),
                  Field.of("moment", FieldType.TIMESTAMP),
                  Field.of("more", FieldType.JSON)))
          .key(Key.fields(List.of("id")))
          .build();

  private Samples() {}

  static VersionedRecord row(long version, Object... values) {
    return new VersionedRecord("files:x#0", 1, 0, version, values, new byte[0]);
  }

  /** The version of a row that is none: only the key's value is there. */
  static VersionedRecord deleted(long version, long id) {
    Object[] values = new Object[DATASET.fields().size()];
    values[0] = id;
    return new VersionedRecord("files:x#0", 1, 0, version, values, new byte[0], true);
  }
}
