package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Enrichment;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.Lookup;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Looks up rows of one table, one by one. Of several that match, the first by its key is told. */
final class TableRows implements Lookup.Rows {
  private final PostgresSession session;
  private final String place;
  private final String select;
  private final List<ColumnReader> columns;
  private Object[] found;

  TableRows(Enrichment enrichment, PostgresSession session) {
    Dataset from = enrichment.from();
    this.session = session;
    this.place = from.name();
    this.select = select(enrichment);
    this.columns =
        enrichment.take().stream().map(name -> ColumnReader.of(from.field(name).type())).toList();
  }

  /** A value goes as text and is cast by the server: each type has one that stands for it. */
  static String select(Enrichment enrichment) {
    PostgresShape shape = PostgresShape.of(enrichment.from());
    String where =
        enrichment.on().values().stream()
            .map(shape::column)
            .map(column -> PostgresShape.quoted(column.name()) + " = ?::text::" + column.sqlType())
            .collect(Collectors.joining(" and "));
    return "select %s from %s where %s order by %s limit 1"
        .formatted(
            quoted(enrichment.take()), shape.quotedName(), where, quoted(shape.keyColumns()));
  }

  private static String quoted(List<String> names) {
    return names.stream().map(PostgresShape::quoted).collect(Collectors.joining(", "));
  }

  @Override
  public Object @Nullable [] find(Object[] key) {
    try {
      session.transaction(() -> found = ask(key));
      return found;
    } catch (SQLException failure) {
      if (SqlBlame.of(failure) == SqlBlame.RECORD) {
        // A text that PostgreSQL cannot hold is in none of its rows.
        return null;
      }
      throw new IllegalStateException(
          "cannot look up " + place + ": " + failure.getMessage(), failure);
    }
  }

  private Object @Nullable [] ask(Object[] key) throws SQLException {
    PreparedStatement statement = session.statement(select);
    for (int i = 0; i < key.length; i++) {
      statement.setString(i + 1, key[i].toString());
    }
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? row(rows) : null;
    }
  }

  private Object[] row(ResultSet rows) throws SQLException {
    Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      Object value = columns.get(i).read(rows, i + 1);
      row[i] = rows.wasNull() ? null : value;
    }
    return row;
  }

  @Override
  public void close() {
    session.close();
  }
}
