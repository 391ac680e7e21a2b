package io.cloudpulse.schemas.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;

/** A column as BigQuery knows it, in a table's JSON and in DDL. */
record BigQueryColumn(String name, FieldType type, boolean nullable, String description) {
  private static final int NUMERIC_SCALE = 9;
  private static final int NUMERIC_INTEGER_DIGITS = 29;

  static BigQueryColumn of(SystemColumn column) {
    FieldType type = column.isNumber() ? FieldType.INT64 : FieldType.STRING;
    return new BigQueryColumn(column.columnName(), type, false, column.description());
  }

  static BigQueryColumn of(Field field, boolean inKey) {
    boolean nullable = !field.required() && !inKey;
    return new BigQueryColumn(field.name(), field.type(), nullable, field.description());
  }

  /** The same, that may be empty. */
  BigQueryColumn optional() {
    return new BigQueryColumn(name, type, true, description);
  }

  ObjectNode json() {
    ObjectNode json = PrettyJson.object().put("name", name).put("type", typeName());
    if (type.kind() == FieldType.Kind.DECIMAL) {
      // Texts: the REST API writes every 64-bit number as one.
      json.put("precision", String.valueOf(type.precision()));
      json.put("scale", String.valueOf(type.scale()));
    }
    json.put("mode", nullable ? "NULLABLE" : "REQUIRED");
    if (!description.isEmpty()) {
      json.put("description", description);
    }
    return json;
  }

  String definition() {
    return quoted(name)
        + " "
        + typeName()
        + (type.kind() == FieldType.Kind.DECIMAL
            ? "(" + type.precision() + ", " + type.scale() + ")"
            : "")
        + (nullable ? "" : " not null")
        + options(description);
  }

  static String quoted(String identifier) {
    return '`' + identifier + '`';
  }

  /** The options that carry a description; nothing without one. */
  static String options(String description) {
    return description.isEmpty()
        ? ""
        : " options (description = " + PrettyJson.quoted(description) + ")";
  }

  private String typeName() {
    return switch (type.kind()) {
      case DOUBLE -> "FLOAT64";
      case DECIMAL -> isNumeric() ? "NUMERIC" : "BIGNUMERIC";
      case BOOLEAN -> "BOOL";
      case STRING, INT64, DATE, TIMESTAMP, JSON -> type.kind().name();
    };
  }

  /** The 16-byte type, unless it has too few digits on one side of the point. */
  private boolean isNumeric() {
    return type.scale() <= NUMERIC_SCALE
        && type.precision() - type.scale() <= NUMERIC_INTEGER_DIGITS;
  }
}
