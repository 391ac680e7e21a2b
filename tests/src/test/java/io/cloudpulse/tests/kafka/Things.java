package io.cloudpulse.tests.kafka;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.time.Instant;
import java.util.List;

/** Events of no meaning, one a second. */
final class Things {
  static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  private Things() {}

  static Dataset byId() {
    return Dataset.builder()
        .name("tests.events")
        .layouts(
            List.of(
                Layout.builder().name("export").build(),
                Layout.builder().name("feed").format(Layout.Format.JSONL).build()))
        .fields(
            List.of(
                Field.builder().name("id").type(FieldType.INT64).required(true).build(),
                Field.of("name", FieldType.STRING),
                Field.builder()
                    .name("seen")
                    .type(FieldType.TIMESTAMP)
                    .max(Instant.parse("2098-12-31T23:59:59Z"))
                    .build()))
        .key(Key.fields(List.of("id")))
        .eventTime("seen")
        .version("seen")
        .build();
  }

  /** The event of a second after noon. */
  static String json(long id) {
    return json(id, NOON.plusSeconds(id));
  }

  static String json(long id, Instant seen) {
    return "{\"id\": %d, \"name\": \"n%d\", \"seen\": \"%s\"}".formatted(id, id, seen);
  }
}
