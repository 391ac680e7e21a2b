package io.cloudpulse.tests.kit;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.bigquery.TableReader;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.elasticsearch.IndexReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every row of a dataset in one sink, with its version, as texts that are the same wherever the row
 * is.
 *
 * @param place such as {@code postgres activity.events}
 * @param byKey each row's text under that of its key
 */
public record Rows(String place, SortedMap<String, String> byKey) {
  /** Reads a table. */
  public static Rows in(Database database, Dataset dataset) throws SQLException {
    Rows rows = new Rows("postgres " + dataset.name(), new TreeMap<>());
    List<FieldType.Kind> kinds = kinds(dataset);
    String columns =
        Stream.concat(columns(dataset).stream(), Stream.of("_version"))
            .map(PostgresShape::quoted)
            .collect(Collectors.joining(", "));
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select " + columns + " from " + PostgresShape.of(dataset).quotedName())) {
      while (found.next()) {
        Object[] values = new Object[kinds.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(found, i + 1, kinds.get(i));
        }
        rows.add(dataset, values, found.getLong(values.length + 1));
      }
    }
    return rows;
  }

  /** Reads an index. */
  public static Rows in(String cluster, Dataset dataset) throws IOException {
    Rows rows = new Rows("elasticsearch " + dataset.name(), new TreeMap<>());
    try (IndexReader index = new IndexReader(dataset, ElasticsearchAddress.parse(cluster))) {
      index.read((values, version) -> rows.add(dataset, values, version));
    }
    return rows;
  }

  /** Reads a table of BigQuery. */
  public static Rows inBigQuery(String address, Dataset dataset) throws IOException {
    Rows rows = new Rows("bigquery " + dataset.name(), new TreeMap<>());
    new TableReader(dataset, BigQueryAddress.parse(address))
        .read((values, version) -> rows.add(dataset, values, version));
    return rows;
  }

  /** The fields, then the key's own column. */
  private static List<String> columns(Dataset dataset) {
    List<String> names = new ArrayList<>(dataset.fields().stream().map(Field::name).toList());
    if (dataset.key().kind() != Key.Kind.FIELDS) {
      names.addAll(dataset.key().columns());
    }
    return names;
  }

  private static List<FieldType.Kind> kinds(Dataset dataset) {
    List<FieldType.Kind> kinds =
        new ArrayList<>(dataset.fields().stream().map(field -> field.type().kind()).toList());
    while (kinds.size() < columns(dataset).size()) {
      kinds.add(FieldType.Kind.STRING);
    }
    return kinds;
  }

  private static Object value(ResultSet found, int column, FieldType.Kind kind)
      throws SQLException {
    return switch (kind) {
      case TIMESTAMP -> {
        OffsetDateTime time = found.getObject(column, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
      case DATE -> found.getObject(column, LocalDate.class);
      default -> found.getObject(column);
    };
  }

  private void add(Dataset dataset, Object[] values, long version) {
    List<String> columns = columns(dataset);
    List<String> key = new ArrayList<>();
    List<String> row = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String named = columns.get(i) + "=" + text(values[i]);
      row.add(named);
      if (dataset.key().columns().contains(columns.get(i))) {
        key.add(named);
      }
    }
    row.add("_version=" + version);
    if (byKey.put(String.join(" ", key), String.join(" ", row)) != null) {
      throw new AssertionError(place + " holds " + key + " twice");
    }
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  /** What is here otherwise than in rows of the same dataset, a line each; empty if nothing is. */
  public List<String> differences(Rows expected) {
    SortedMap<String, String> all = new TreeMap<>(expected.byKey);
    all.putAll(byKey);
    return all.keySet().stream().flatMap(key -> difference(key, expected)).toList();
  }

  private Stream<String> difference(String key, Rows expected) {
    String here = byKey.get(key);
    String there = expected.byKey.get(key);
    if (here != null && here.equals(there)) {
      return Stream.empty();
    }
    return Stream.of(
        here == null
            ? "missing in %s, but in %s: %s".formatted(place, expected.place, there)
            : there == null
                ? "in %s, but not in %s: %s".formatted(place, expected.place, here)
                : "in %s: %s, but in %s: %s".formatted(place, here, expected.place, there));
  }

  public int count() {
    return byKey.size();
  }

  /** Their number, and a hash of all that they hold. */
  public String checksum() {
    Digest digest = new Digest();
    byKey.values().forEach(digest::add);
    return count() + "|" + digest.hex();
  }
}
