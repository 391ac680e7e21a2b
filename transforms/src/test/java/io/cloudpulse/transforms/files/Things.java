package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.util.List;

/** A dataset of two fields, for tests of reading. */
final class Things {
  static final Dataset LINES = dataset(Layout.builder().multiline(false).build());
  static final Dataset MULTILINE = dataset(Layout.builder().build());
  static final Dataset BY_POSITION = LINES.toBuilder().key(Key.position()).build();

  private Things() {}

  static Dataset dataset(Layout... layouts) {
    return Dataset.builder()
        .name("test.things")
        .layouts(List.of(layouts))
        .fields(
            List.of(
                Field.builder().name("id").type(FieldType.INT64).required(true).build(),
                Field.builder().name("name").type(FieldType.STRING).build()))
        .key(Key.fields(List.of("id")))
        .build();
  }
}
