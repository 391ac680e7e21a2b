package io.cloudpulse.transforms.bigquery;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What brings a run's staged rows into the table of their dataset: the newest of each key, if it is
 * newer than what is there, and nothing that was deleted since. Each can be run again.
 *
 * @param key names of the key's columns
 */
record StagedStatements(Staging staging, BigQueryTable target, List<String> key) {
  /** The newest row of each key, with the table's own types. */
  BigQueryTable newest() {
    return staging.table().beside(staging.table().tableId() + "_newest");
  }

  /** What was deleted from the table, with the version that deleted it. */
  BigQueryTable remembered() {
    return target.ofDeleted();
  }

  String makeNewest() {
    String place = "row_number() over (partition by %s order by `%s` desc) as _place";
    return ("create table %s options (expiration_timestamp = timestamp_add(current_timestamp(),"
            + " interval 1 day)) as select %s, `%s` from (select %s, `%s`, "
            + place
            + " from %s) where _place = 1")
        .formatted(
            newest().quoted(),
            names(columns(), StagedStatements::quoted),
            Staging.DELETED,
            staging.columns().stream()
                .map(StagedStatements::typed)
                .collect(Collectors.joining(", ")),
            Staging.DELETED,
            names(key, StagedStatements::quoted),
            Columns.VERSION,
            staging.table().quoted());
  }

  String countDeleted() {
    return "select countif(`%s`) from %s".formatted(Staging.DELETED, newest().quoted());
  }

  String makeRemembered() {
    return "create table %s as select %s, `%s` from %s where `%s`"
        .formatted(
            remembered().quoted(),
            names(key, StagedStatements::quoted),
            Columns.VERSION,
            newest().quoted(),
            Staging.DELETED);
  }

  String remember() {
    List<String> columns = new java.util.ArrayList<>(key);
    columns.add(Columns.VERSION);
    return "merge %s as t using %s as s on %s when matched and s.`%s` and %s then update set `%s` ="
            .formatted(
                remembered().quoted(),
                newest().quoted(),
                sameKey(),
                Staging.DELETED,
                isNewer(),
                Columns.VERSION)
        + " s.`%s` when not matched and s.`%s` then insert (%s) values (%s)"
            .formatted(
                Columns.VERSION,
                Staging.DELETED,
                names(columns, StagedStatements::quoted),
                names(columns, StagedStatements::staged));
  }

  /** An older version of a row that was deleted does not bring it back. */
  String forgetOlder() {
    return "merge %s as t using %s as s on %s when matched and %s then delete"
        .formatted(newest().quoted(), remembered().quoted(), sameKey(), isNewer());
  }

  /** Adds, changes and deletes. */
  String mergeVersions() {
    List<String> others = columns().stream().filter(name -> !key.contains(name)).toList();
    return "merge %s as t using %s as s on %s"
            .formatted(target.quoted(), newest().quoted(), sameKey())
        + " when matched and %s and s.`%s` then delete".formatted(isNewer(), Staging.DELETED)
        + " when matched and %s then update set %s"
            .formatted(isNewer(), names(others, name -> quoted(name) + " = " + staged(name)))
        + insert();
  }

  /** Adds, and nothing else. */
  String addMissing() {
    return "merge %s as t using %s as s on %s"
            .formatted(target.quoted(), newest().quoted(), sameKey())
        + insert();
  }

  private String insert() {
    return " when not matched and not s.`%s` then insert (%s) values (%s)"
        .formatted(
            Staging.DELETED,
            names(columns(), StagedStatements::quoted),
            names(columns(), StagedStatements::staged));
  }

  private String sameKey() {
    return key.stream()
        .map(name -> "t.%s = s.%s".formatted(quoted(name), quoted(name)))
        .collect(Collectors.joining(" and "));
  }

  private static String isNewer() {
    return "s.`%s` > t.`%s`".formatted(Columns.VERSION, Columns.VERSION);
  }

  private List<String> columns() {
    return staging.columns().stream().map(Column::name).toList();
  }

  private static String names(List<String> names, Function<String, String> written) {
    return names.stream().map(written).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '`' + name + '`';
  }

  private static String staged(String name) {
    return "s." + quoted(name);
  }

  private static String typed(Column column) {
    String name = quoted(column.name());
    String value =
        switch (column.kind()) {
          case STRING, INT64, FLOAT64, BOOL -> "";
          case NUMERIC, BIGNUMERIC -> "cast(%s as %s)".formatted(name, column.kind());
          case DATE -> "date_from_unix_date(%s)".formatted(name);
          case TIMESTAMP -> "timestamp_micros(%s)".formatted(name);
          case JSON -> "parse_json(%s, wide_number_mode=>'round')".formatted(name);
        };
    return value.isEmpty() ? name : value + " as " + name;
  }
}
