package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.shape.PostgresShape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the statements that change a table: one array a column, in the shape's order. */
final class UpsertSql {
  private UpsertSql() {}

  /** A new key is inserted, a newer version replaces an older one, anything else stays. */
  static String of(PostgresShape shape) {
    List<String> names = shape.columns().stream().map(PostgresShape.Column::name).toList();
    return insert(shape, names) + from(shape, names, List.of()) + onConflict(shape, names);
  }

  /**
   * The same, but for rows that were deleted by a newer version. After the columns it takes each
   * row's key as {@link Tombstones} has it, and the dataset's name.
   */
  static String besidesDeleted(PostgresShape shape) {
    List<String> names = shape.columns().stream().map(PostgresShape.Column::name).toList();
    return insert(shape, names)
        + from(shape, names, List.of(Tombstones.KEY))
        + " where not exists (select from pulse.tombstones gone where gone.dataset = ?"
        + " and gone.key = given."
        + PostgresShape.quoted(Tombstones.KEY)
        + " and gone.version >= given."
        + PostgresShape.quoted(PostgresShape.VERSION_COLUMN)
        + ")"
        + onConflict(shape, names);
  }

  /** Deletes rows of these keys that are no newer; one array for each column of key and version. */
  static String delete(PostgresShape shape, List<PostgresShape.Column> given) {
    String key =
        shape.keyColumns().stream()
            .map(PostgresShape::quoted)
            .map(name -> "stored." + name + " = given." + name)
            .collect(Collectors.joining(" and "));
    String version = PostgresShape.quoted(PostgresShape.VERSION_COLUMN);
    return "delete from "
        + shape.quotedName()
        + " as stored using unnest("
        + arrays(given)
        + ") as given ("
        + joined(given, column -> PostgresShape.quoted(column.name()))
        + ") where "
        + key
        + " and stored."
        + version
        + " <= given."
        + version;
  }

  private static String insert(PostgresShape shape, List<String> names) {
    return "insert into "
        + shape.quotedName()
        + " as stored ("
        + joined(names, PostgresShape::quoted)
        + ") ";
  }

  private static String from(PostgresShape shape, List<String> names, List<String> also) {
    return "select "
        + joined(names, name -> "given." + PostgresShape.quoted(name))
        + " from unnest("
        + arrays(shape.columns())
        + ", ?::text[]".repeat(also.size())
        + ") as given ("
        + joined(Stream.concat(names.stream(), also.stream()).toList(), PostgresShape::quoted)
        + ")";
  }

  private static String arrays(List<PostgresShape.Column> columns) {
    return joined(columns, column -> "?::" + BinaryArrays.elementType(column.sqlType()) + "[]");
  }

  private static String onConflict(PostgresShape shape, List<String> names) {
    String version = PostgresShape.quoted(PostgresShape.VERSION_COLUMN);
    return " on conflict ("
        + joined(shape.keyColumns(), PostgresShape::quoted)
        + ") do update set "
        + joined(
            names.stream().filter(name -> !shape.keyColumns().contains(name)).toList(),
            name -> PostgresShape.quoted(name) + " = excluded." + PostgresShape.quoted(name))
        + " where stored."
        + version
        + " < excluded."
        + version;
  }

  private static <T> String joined(List<T> parts, Function<T, String> written) {
    return parts.stream().map(written).collect(Collectors.joining(", "));
  }
}
