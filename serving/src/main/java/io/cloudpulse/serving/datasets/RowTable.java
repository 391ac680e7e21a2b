package io.cloudpulse.serving.datasets;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.util.List;
import java.util.stream.Collectors;

/** The table that holds a dataset's rows, as statements name it and its columns. */
record RowTable(Dataset dataset, PostgresShape shape) {
  static RowTable of(Dataset dataset) {
    return new RowTable(dataset, PostgresShape.of(dataset));
  }

  /** For a {@code from} clause. */
  String name() {
    return shape.quotedName() + " t";
  }

  /** A column of the table, whatever a select list calls by the same name. */
  static String column(String name) {
    return "t." + PostgresShape.quoted(name);
  }

  List<String> key() {
    return shape.keyColumns();
  }

  /** A value for each column of the key, as texts. */
  List<String> keyExample() {
    return key().stream()
        .map(
            column ->
                dataset.fields().stream()
                    .filter(field -> field.name().equals(column))
                    .findFirst()
                    .map(field -> FieldKinds.example(field.type()))
                    .orElse(column))
        .toList();
  }

  /** The fields' columns, for a select list. */
  String columns() {
    return dataset.fields().stream()
        .map(field -> column(field.name()))
        .collect(Collectors.joining(", "));
  }

  /** A bound text as a value of a column's type; a decimal's own digits are not cut. */
  String cast(String column, String binding) {
    String type = shape.column(column).sqlType().replaceFirst("\\(.*\\)", "");
    return "cast(:" + binding + " as " + type + ")";
  }

  /** JSON has no order and no equality. */
  static boolean isComparable(FieldType type) {
    return type.kind() != FieldType.Kind.JSON;
  }
}
