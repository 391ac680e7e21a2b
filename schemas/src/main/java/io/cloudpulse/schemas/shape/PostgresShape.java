package io.cloudpulse.schemas.shape;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dataset's table in PostgreSQL: the columns of its key if it has no key fields, its fields in
 * their order, and its version. There are no check constraints: a record is checked once, where
 * what is wrong with it can still be told and kept.
 */
public final class PostgresShape implements Serializable {
  private static final long serialVersionUID = 1;

  /** Column that holds the version of a row; always the last one. */
  public static final String VERSION_COLUMN = SystemColumn.VERSION.columnName();

  private final Dataset dataset;
  private final List<Column> columns;

  /**
   * A column.
   *
   * @param sqlType its type as PostgreSQL's own {@code format_type()} prints it, so that the shape
   *     wanted and the shape found can be compared as text
   */
  public record Column(String name, String sqlType, boolean nullable) implements Serializable {
    private String definition() {
      return quoted(name) + " " + sqlType + (nullable ? "" : " not null");
    }
  }

  private PostgresShape(Dataset dataset, List<Column> columns) {
    this.dataset = dataset;
    this.columns = columns;
  }

  /** Of the dataset that holds the rows, where that is another one. */
  public static PostgresShape of(Dataset made) {
    Dataset dataset = made.stored();
    List<Column> columns = new ArrayList<>();
    if (dataset.key().kind() != Key.Kind.FIELDS) {
      dataset.key().columns().forEach(name -> columns.add(system(SystemColumn.named(name))));
    }
    dataset.fields().forEach(field -> columns.add(column(field, dataset.key())));
    columns.add(system(SystemColumn.VERSION));
    return new PostgresShape(dataset, List.copyOf(columns));
  }

  public String schema() {
    return dataset.family();
  }

  public String table() {
    return dataset.kind();
  }

  /** Schema and table as a statement writes them: {@code "northwind"."orders"}. */
  public String quotedName() {
    return quoted(schema()) + "." + quoted(table());
  }

  /** Every column in the table's order: key columns that are no fields, fields, version. */
  public List<Column> columns() {
    return columns;
  }

  /** The column of this name. */
  public Column column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst().orElseThrow();
  }

  /** Names of the primary key's columns, in its order. */
  public List<String> keyColumns() {
    return dataset.key().columns();
  }

  /**
   * What makes the schema, the table and its indexes where they do not exist, and says what they
   * hold.
   */
  public List<String> createStatements() {
    List<String> statements = new ArrayList<>();
    statements.add("create schema if not exists " + quoted(schema()));
    statements.add(createTable());
    timeIndex().ifPresent(statements::add);
    dataset.findBy().forEach(field -> statements.add(finder(field)));
    comment(statements, "table " + quotedName(), dataset.description());
    for (Column column : columns) {
      String target = "column " + quotedName() + "." + quoted(column.name());
      comment(statements, target, description(column.name()));
    }
    return List.copyOf(statements);
  }

  /** The same without some of its columns. */
  public PostgresShape without(Collection<String> names) {
    return new PostgresShape(
        dataset, columns.stream().filter(column -> !names.contains(column.name())).toList());
  }

  /**
   * What adds a field's column where it does not exist. It may be empty whatever the dataset says:
   * rows that are there have none.
   */
  public List<String> addStatements(String field) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "alter table %s add column if not exists %s %s"
            .formatted(quotedName(), quoted(field), column(field).sqlType()));
    comment(statements, "column " + quotedName() + "." + quoted(field), description(field));
    return List.copyOf(statements);
  }

  /** An identifier in double quotes, so that no name is a keyword and none is folded. */
  public static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private String createTable() {
    List<String> lines = new ArrayList<>();
    columns.forEach(column -> lines.add(column.definition()));
    lines.add(
        keyColumns().stream()
            .map(PostgresShape::quoted)
            .collect(Collectors.joining(", ", "primary key (", ")")));
    return "create table if not exists %s (\n  %s\n)"
        .formatted(quotedName(), String.join(",\n  ", lines));
  }

  /**
   * Rows come about in the order of their time, so to know the span of time of each range of blocks
   * is enough to read no others; unlike a tree it costs next to nothing to keep. A key that begins
   * with the time is such an index already.
   */
  private Optional<String> timeIndex() {
    return dataset
        .eventTime()
        .filter(time -> !keyColumns().get(0).equals(time))
        .map(
            time ->
                "create index if not exists %s on %s using brin (%s) with (autosummarize = on)"
                    .formatted(quoted(table() + "_by_" + time), quotedName(), quoted(time)));
  }

  /** A tree: it costs each row that is stored some microseconds, and gives the newest at once. */
  private String finder(String field) {
    String columns =
        Stream.concat(Stream.of(field), dataset.eventTime().stream())
            .distinct()
            .map(PostgresShape::quoted)
            .collect(Collectors.joining(", "));
    return "create index if not exists %s on %s (%s)"
        .formatted(quoted(table() + "_of_" + field), quotedName(), columns);
  }

  private String description(String column) {
    return column.startsWith("_")
        ? SystemColumn.named(column).description()
        : dataset.field(column).description();
  }

  private static void comment(List<String> statements, String target, String text) {
    if (!text.isEmpty()) {
      statements.add("comment on %s is '%s'".formatted(target, text.replace("'", "''")));
    }
  }

  private static Column system(SystemColumn column) {
    return new Column(column.columnName(), column.isNumber() ? "bigint" : "text", false);
  }

  private static Column column(Field field, Key key) {
    boolean nullable = !field.required() && !key.fields().contains(field.name());
    return new Column(field.name(), sqlType(field.type()), nullable);
  }

  private static String sqlType(FieldType type) {
    return switch (type.kind()) {
      case STRING -> "text";
      case INT64 -> "bigint";
      case DOUBLE -> "double precision";
      case DECIMAL -> "numeric(" + type.precision() + "," + type.scale() + ")";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp with time zone";
      case JSON -> "jsonb";
    };
  }
}
