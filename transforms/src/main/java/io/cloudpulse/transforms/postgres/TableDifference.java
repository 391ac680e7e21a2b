package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.shape.PostgresShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Says everything that keeps a table from taking a dataset's rows. */
final class TableDifference {
  private TableDifference() {}

  /** One sentence a difference; empty if the table fits. */
  static List<String> between(PostgresShape shape, TableFound found) {
    if (!found.kind().equals("table")) {
      return List.of("it is a " + found.kind() + ", but must be a table");
    }
    List<String> differences = new ArrayList<>();
    shape.columns().forEach(column -> compare(column, found, differences));
    addExtraColumns(shape, found, differences);
    if (!found.keys().contains(new HashSet<>(shape.keyColumns()))) {
      differences.add(
          "it has no primary key or unique index on (%s)"
              .formatted(String.join(", ", shape.keyColumns())));
    }
    return differences;
  }

  private static void compare(
      PostgresShape.Column wanted, TableFound found, List<String> differences) {
    TableFound.Column column = found.columns().get(wanted.name());
    if (column == null) {
      differences.add("column %s %s is missing".formatted(wanted.name(), wanted.sqlType()));
      return;
    }
    if (!column.sqlType().equals(wanted.sqlType())) {
      differences.add(
          "column %s is %s, but must be %s"
              .formatted(wanted.name(), column.sqlType(), wanted.sqlType()));
    }
    if (wanted.nullable() && !column.nullable()) {
      differences.add(
          "column %s is not null, but the dataset does not require it".formatted(wanted.name()));
    }
    if (column.generated()) {
      differences.add("column %s is generated, but must be stored".formatted(wanted.name()));
    }
  }

  private static void addExtraColumns(
      PostgresShape shape, TableFound found, List<String> differences) {
    List<String> wanted = shape.columns().stream().map(PostgresShape.Column::name).toList();
    found
        .columns()
        .forEach(
            (name, column) -> {
              if (!wanted.contains(name) && !column.nullable() && !column.hasDefault()) {
                differences.add(
                    "column %s is unknown to the dataset, not null and without a default"
                        .formatted(name));
              }
            });
  }
}
