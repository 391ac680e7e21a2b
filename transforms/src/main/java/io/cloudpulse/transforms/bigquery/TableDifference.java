package io.cloudpulse.transforms.bigquery;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableConstraints;
import com.google.api.services.bigquery.model.TableFieldSchema;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.TargetState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What keeps a table from taking a dataset's rows. How it is partitioned and clustered is none of
 * it, nor is a text's greatest length: a text that is longer is refused, and its neighbours are
 * stored.
 *
 * @param differences one sentence each
 * @param missing columns that the dataset gained: they may be added, or left out
 */
record TableDifference(List<String> differences, List<TableFieldSchema> missing) {
  TableDifference {
    differences = List.copyOf(differences);
    missing = List.copyOf(missing);
  }

  static TableDifference between(Table wanted, Table found) {
    if (found.getType() != null && !found.getType().equals("TABLE")) {
      String kind = found.getType().toLowerCase(Locale.ROOT);
      return new TableDifference(List.of("it is a " + kind + ", but must be a table"), List.of());
    }
    List<String> said = new ArrayList<>();
    List<TableFieldSchema> gained = new ArrayList<>();
    Map<String, TableFieldSchema> there = byName(found);
    List<String> key = key(wanted);
    for (TableFieldSchema field : wanted.getSchema().getFields()) {
      TableFieldSchema same = there.remove(field.getName().toLowerCase(Locale.ROOT));
      if (same != null) {
        compare(field, same, said);
      } else if (key.contains(field.getName()) || field.getName().equals(Columns.VERSION)) {
        said.add(missing(field));
      } else {
        gained.add(field);
      }
    }
    addUnknown(there, said);
    if (!key(found).equals(key)) {
      said.add(
          "its primary key is (%s), but must be (%s)"
              .formatted(String.join(", ", key(found)), String.join(", ", key)));
    }
    return new TableDifference(said, gained);
  }

  private static void addUnknown(Map<String, TableFieldSchema> others, List<String> said) {
    for (TableFieldSchema field : others.values()) {
      if (isRequired(field)) {
        said.add("column %s is unknown to the dataset, and required".formatted(field.getName()));
      }
    }
  }

  /**
   * What a run with this policy would do.
   *
   * @param additions what adds the missing columns
   */
  TargetState under(SchemaPolicy policy, List<String> additions) {
    if (missing.isEmpty()) {
      return TargetState.there(differences);
    }
    TargetState lacking = TargetState.lacking(missingNames(), additions, policy);
    if (differences.isEmpty()) {
      return lacking;
    }
    boolean refused = lacking.kind() == TargetState.Kind.UNFIT;
    return TargetState.there(
        Stream.concat(differences.stream(), refused ? lacking.details().stream() : Stream.empty())
            .toList());
  }

  List<String> missingNames() {
    return missing.stream().map(TableFieldSchema::getName).toList();
  }

  private static String missing(TableFieldSchema field) {
    return "column %s %s is missing".formatted(field.getName(), type(field));
  }

  private static void compare(TableFieldSchema wanted, TableFieldSchema found, List<String> said) {
    if (!isWideEnough(wanted, found)) {
      said.add(
          "column %s is %s, but must be %s".formatted(wanted.getName(), type(found), type(wanted)));
    }
    if ("REPEATED".equals(found.getMode())) {
      said.add("column %s is repeated, but must hold one value".formatted(wanted.getName()));
    }
    if (isRequired(found) && !isRequired(wanted)) {
      said.add(
          "column %s is required, but the dataset does not require it".formatted(wanted.getName()));
    }
  }

  /** A number without a declared precision takes all that its type can hold. */
  private static boolean isWideEnough(TableFieldSchema wanted, TableFieldSchema found) {
    boolean same = kind(wanted).equals(kind(found));
    return same && (found.getPrecision() == null || sameDigits(wanted, found));
  }

  private static boolean sameDigits(TableFieldSchema wanted, TableFieldSchema found) {
    return Objects.equals(found.getPrecision(), wanted.getPrecision())
        && Objects.equals(scale(found), scale(wanted));
  }

  private static String type(TableFieldSchema field) {
    return field.getPrecision() == null
        ? kind(field)
        : "%s(%d, %d)".formatted(kind(field), field.getPrecision(), scale(field));
  }

  private static String kind(TableFieldSchema field) {
    return Column.Kind.canonical(field.getType());
  }

  private static Long scale(TableFieldSchema field) {
    return field.getScale() == null ? Long.valueOf(0) : field.getScale();
  }

  private static boolean isRequired(TableFieldSchema field) {
    return "REQUIRED".equals(field.getMode());
  }

  private static List<String> key(Table table) {
    TableConstraints constraints = table.getTableConstraints();
    return constraints == null || constraints.getPrimaryKey() == null
        ? List.of()
        : constraints.getPrimaryKey().getColumns();
  }

  private static Map<String, TableFieldSchema> byName(Table table) {
    Map<String, TableFieldSchema> fields = new LinkedHashMap<>();
    if (table.getSchema() != null && table.getSchema().getFields() != null) {
      table
          .getSchema()
          .getFields()
          .forEach(field -> fields.put(field.getName().toLowerCase(Locale.ROOT), field));
    }
    return fields;
  }
}
