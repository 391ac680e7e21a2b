package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.shape.PostgresShape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the statement that stores a batch: one array a column, in the shape's order. */
final class UpsertSql {
  private UpsertSql() {}

  /** A new key is inserted, a newer version replaces an older one, anything else stays. */
  static String of(PostgresShape shape) {
    List<String> names = shape.columns().stream().map(PostgresShape.Column::name).toList();
    return "insert into "
        + shape.quotedName()
        + " as stored ("
        + joined(names, PostgresShape::quoted)
        + ") select * from unnest("
        + joined(
            shape.columns(), column -> "?::" + BinaryArrays.elementType(column.sqlType()) + "[]")
        + ") on conflict ("
        + joined(shape.keyColumns(), PostgresShape::quoted)
        + ") do update set "
        + joined(
            names.stream().filter(name -> !shape.keyColumns().contains(name)).toList(),
            name -> PostgresShape.quoted(name) + " = excluded." + PostgresShape.quoted(name))
        + " where stored."
        + PostgresShape.quoted(PostgresShape.VERSION_COLUMN)
        + " < excluded."
        + PostgresShape.quoted(PostgresShape.VERSION_COLUMN);
  }

  private static <T> String joined(List<T> parts, Function<T, String> written) {
    return parts.stream().map(written).collect(Collectors.joining(", "));
  }
}
