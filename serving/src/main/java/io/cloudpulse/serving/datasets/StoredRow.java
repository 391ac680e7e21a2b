package io.cloudpulse.serving.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Missing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One row of a dataset, found by some of its columns. */
public final class StoredRow {
  private final RowTable table;
  private final Database database;

  public StoredRow(Dataset dataset, Database database) {
    this.table = RowTable.of(dataset);
    this.database = database;
  }

  /** What a row looks like, as a JSON schema. */
  public ObjectNode schema() {
    return RowSchema.row(table.dataset());
  }

  /**
   * The row as JSON, written by PostgreSQL; of several the last by key.
   *
   * @param key texts of columns that must be so
   * @throws Problem if there is no table
   */
  public Optional<String> json(Map<String, String> key) {
    String row = "row_to_json((select r from (select %s) r))::text".formatted(table.columns());
    return ask(row, key, Missing.rows(table.dataset().name()));
  }

  /**
   * A column of such a row, as text.
   *
   * @throws Problem if there is no table
   */
  public Optional<String> text(String column, Map<String, String> key) {
    return ask(RowTable.column(column) + "::text", key, Missing.rows(table.dataset().name()));
  }

  /** The version of the row with this key; empty if there is none, or no table. */
  public OptionalLong version(List<String> values) {
    List<String> columns = table.key();
    Map<String, String> key =
        columns.stream()
            .collect(Collectors.toMap(name -> name, name -> values.get(columns.indexOf(name))));
    Problem missing = Missing.rows(table.dataset().name());
    try {
      return ask(RowTable.column(PostgresShape.VERSION_COLUMN) + "::text", key, missing)
          .map(text -> OptionalLong.of(Long.parseLong(text)))
          .orElseGet(OptionalLong::empty);
    } catch (Problem problem) {
      if (problem == missing) {
        return OptionalLong.empty();
      }
      throw problem;
    }
  }

  private Optional<String> ask(String what, Map<String, String> key, Problem missing) {
    Conditions conditions = new Conditions();
    key.forEach(
        (column, value) ->
            conditions.add(
                RowTable.column(column) + " = " + table.cast(column, conditions.bind(value))));
    String last =
        table.key().stream()
            .map(column -> RowTable.column(column) + " desc")
            .collect(Collectors.joining(", "));
    String sql =
        "select %s from %s%s order by %s limit 1"
            .formatted(what, table.name(), conditions.clause(), last);
    return database.ask(
        handle ->
            handle.createQuery(sql).bindMap(conditions.bindings()).mapTo(String.class).findOne(),
        missing);
  }
}
