package io.cloudpulse.transforms.bigquery;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What BigQuery holds of a dataset that is to be read from it.
 *
 * @param problems what keeps its rows from being read, a sentence each
 * @param versioned whether the rows carry their versions
 * @param bytes how large the table is, without what was streamed lately
 * @param remembers whether what was deleted from it is remembered beside it
 * @param made when it was made, in milliseconds: another table of its name was made at another time
 */
public record StoredTable(
    List<String> problems, boolean versioned, long bytes, boolean remembers, long made) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Looks, and changes nothing.
   *
   * @throws IllegalStateException if BigQuery cannot be asked, or lets us not
   */
  public static StoredTable look(Dataset dataset, BigQueryAddress warehouse) {
    BigQueryTable name = warehouse.table(dataset);
    try {
      Bigquery client = new Clients(warehouse).rest(PATIENCE);
      boolean remembers = TableFinder.find(client, name.ofDeleted()).isPresent();
      return found(dataset, name, TableFinder.find(client, name), remembers);
    } catch (IOException unreachable) {
      throw new IllegalStateException(
          "BigQuery table %s cannot be read: %s".formatted(name, TableFinder.told(unreachable)),
          unreachable);
    }
  }

  private static StoredTable found(
      Dataset dataset, BigQueryTable name, Optional<Table> table, boolean remembers) {
    if (table.isEmpty()) {
      return none("table " + name + " in BigQuery is not there");
    }
    String type = table.get().getType();
    if (type != null && !type.equals("TABLE")) {
      return none(
          "%s in BigQuery is a %s, not a table".formatted(name, type.toLowerCase(Locale.ROOT)));
    }
    Map<String, TableFieldSchema> fields = fields(table.get());
    return new StoredTable(
        problems(dataset, name, fields),
        fields.containsKey(Columns.VERSION),
        Optional.ofNullable(table.get().getNumBytes()).orElse(0L),
        remembers,
        Optional.ofNullable(table.get().getCreationTime()).orElse(0L));
  }

  private static StoredTable none(String problem) {
    return new StoredTable(List.of(problem), true, 0, false, 0);
  }

  private static Map<String, TableFieldSchema> fields(Table table) {
    Map<String, TableFieldSchema> fields = new HashMap<>();
    if (table.getSchema() != null && table.getSchema().getFields() != null) {
      table.getSchema().getFields().forEach(field -> fields.put(lower(field.getName()), field));
    }
    return fields;
  }

  private static List<String> problems(
      Dataset dataset, BigQueryTable table, Map<String, TableFieldSchema> fields) {
    List<String> problems = new ArrayList<>();
    for (Column wanted : Columns.of(dataset)) {
      TableFieldSchema found = fields.get(lower(wanted.name()));
      String name = "column %s of %s in BigQuery".formatted(wanted.name(), table);
      if (found == null && wanted.place() != Column.OF_THE_VERSION) {
        problems.add(name + " is missing");
      } else if (found != null && "REPEATED".equals(found.getMode())) {
        problems.add(name + " is repeated, but must hold one value");
      } else if (found != null && !isRead(wanted.kind(), Column.Kind.canonical(found.getType()))) {
        problems.add(
            "%s is %s, but the dataset says %s"
                .formatted(name, Column.Kind.canonical(found.getType()), wanted.kind()));
      }
    }
    return problems;
  }

  /** A number with a point may be of either type: whether it fits is for each value to show. */
  private static boolean isRead(Column.Kind wanted, String found) {
    boolean decimal = wanted == Column.Kind.NUMERIC || wanted == Column.Kind.BIGNUMERIC;
    return wanted.name().equals(found)
        || (decimal && (found.equals("NUMERIC") || found.equals("BIGNUMERIC")));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
