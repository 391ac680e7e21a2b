package io.cloudpulse.transforms.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a database holds under a table's name.
 *
 * @param kind {@code table}, {@code view} and so on; empty if there is nothing
 * @param keys the sets of columns that a unique index is on
 */
record TableFound(String kind, Map<String, Column> columns, Set<Set<String>> keys) {
  /** A column: its type as {@code format_type()} prints it, and whether it may be left out. */
  record Column(String sqlType, boolean nullable, boolean hasDefault, boolean generated) {}

  private static final String COLUMNS =
      """
      select case c.relkind when 'r' then 'table' when 'p' then 'table' when 'v' then 'view'
          when 'm' then 'materialized view' when 'f' then 'foreign table'
          when 'i' then 'index' when 'S' then 'sequence' else 'type' end,
        a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull,
        a.atthasdef or a.attidentity <> '', a.attgenerated <> '' or a.attidentity = 'a'
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = ? and c.relname = ?
      order by a.attnum""";

  /** Only what {@code on conflict} can use: whole columns, all rows, checked at once. */
  private static final String KEYS =
      """
      select array_agg(a.attname::text)
      from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = i.indrelid
        and a.attnum = any ((i.indkey::int2[])[0:i.indnkeyatts - 1])
      where n.nspname = ? and c.relname = ?
        and i.indisunique and i.indimmediate and i.indisvalid
        and i.indpred is null and i.indexprs is null
      group by i.indexrelid""";

  static TableFound in(Connection connection, String schema, String table) throws SQLException {
    String kind = "";
    Map<String, Column> columns = new LinkedHashMap<>();
    try (PreparedStatement statement = named(connection, COLUMNS, schema, table);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        kind = found.getString(1);
        if (found.getString(2) != null) {
          columns.put(found.getString(2), column(found));
        }
      }
    }
    return new TableFound(kind, columns, keys(connection, schema, table));
  }

  boolean isThere() {
    return !kind.isEmpty();
  }

  private static Column column(ResultSet found) throws SQLException {
    return new Column(
        found.getString(3), found.getBoolean(4), found.getBoolean(5), found.getBoolean(6));
  }

  private static Set<Set<String>> keys(Connection connection, String schema, String table)
      throws SQLException {
    Set<Set<String>> keys = new HashSet<>();
    try (PreparedStatement statement = named(connection, KEYS, schema, table);
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        Array names = found.getArray(1);
        keys.add(Set.of((String[]) names.getArray()));
      }
    }
    return keys;
  }

  private static PreparedStatement named(
      Connection connection, String sql, String schema, String table) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, schema);
    statement.setString(2, table);
    return statement;
  }
}
