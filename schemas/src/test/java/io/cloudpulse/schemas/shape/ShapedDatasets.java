package io.cloudpulse.schemas.shape;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.util.List;

/** Invented datasets that have everything a shape must answer for. */
final class ShapedDatasets {
  private ShapedDatasets() {}

  /** A field of each type, a key of two fields, event time, clustering, awkward descriptions. */
  static Dataset fieldsKey() {
    return builder("harbour.arrivals", Key.fields(List.of("ship", "arrived_at")))
        .description("Ships as they come in; the pilot's \"book\".")
        .eventTime("arrived_at")
        .version("arrived_at")
        .clusterBy(List.of("port", "ship"))
        .build();
  }

  /** Key: a hash of all fields; event time is a date. */
  static Dataset contentKey() {
    return builder("harbour.sightings", Key.content()).eventTime("built_on").build();
  }

  /** Key: where the record stands; no event time. */
  static Dataset positionKey() {
    return builder("harbour.ledger_lines", Key.position()).build();
  }

  static List<Dataset> all() {
    return List.of(fieldsKey(), contentKey(), positionKey());
  }

  private static Dataset.Builder builder(String name, Key key) {
    return Dataset.builder()
        .name(name)
        .layouts(List.of(Layout.builder().build()))
        .fields(fields())
        .key(key);
  }

  private static List<Field> fields() {
    return List.of(
        Field.of("ship", FieldType.STRING).toBuilder().description("The ship's name.").build(),
        Field.of("arrived_at", FieldType.TIMESTAMP),
        Field.of("port", FieldType.STRING).toBuilder().required(true).build(),
        Field.of("crew", FieldType.INT64),
        Field.of("draught", FieldType.DOUBLE).toBuilder().description("Metres.").build(),
        Field.of("dues", FieldType.decimal(12, 2)),
        Field.of("cargo_value", FieldType.decimal(38, 20)),
        Field.of("piloted", FieldType.BOOLEAN),
        Field.of("built_on", FieldType.DATE),
        Field.of("manifest", FieldType.JSON),
        Field.of("order", FieldType.STRING));
  }
}
