package io.cloudpulse.serving.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.serving.http.Kinds;

/** What a page of rows looks like, as a JSON schema. */
final class RowSchema {
  private RowSchema() {}

  static ObjectNode of(Dataset dataset) {
    ObjectNode page = Kinds.schema("object");
    ObjectNode properties = page.putObject("properties");
    properties.putObject("dataset").put("const", dataset.name());
    properties.putObject("rows").put("type", "array").set("items", row(dataset));
    properties
        .putObject("next")
        .put("description", "What to ask for as cursor; null on the last page.")
        .putArray("type")
        .add("string")
        .add("null");
    page.putArray("required").add("dataset").add("rows").add("next");
    return page;
  }

  /** One row: its fields, each of which may be null. */
  static ObjectNode row(Dataset dataset) {
    ObjectNode row = Kinds.schema("object");
    ObjectNode properties = row.putObject("properties");
    for (Field field : dataset.fields()) {
      ObjectNode property = properties.putObject(field.name());
      if (field.type().kind() != FieldType.Kind.JSON) {
        ObjectNode schema = FieldKinds.of(field.type()).schema();
        property.putArray("type").add(type(field.type())).add("null");
        if (schema.has("format")) {
          property.set("format", schema.get("format"));
        }
      }
      if (!field.description().isEmpty()) {
        property.put("description", field.description());
      }
    }
    return row;
  }

  private static String type(FieldType type) {
    return switch (type.kind()) {
      case STRING, DATE, TIMESTAMP -> "string";
      case INT64 -> "integer";
      case DOUBLE, DECIMAL -> "number";
      case BOOLEAN -> "boolean";
      case JSON -> throw new IllegalArgumentException("JSON may be anything");
    };
  }
}
