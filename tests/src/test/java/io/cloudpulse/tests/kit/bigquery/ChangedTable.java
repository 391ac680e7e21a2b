package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes to one table of the emulator: of each key the latest, also where it deleted the row.
 * They are brought into the emulator's table when somebody reads, as BigQuery does it at the latest
 * when a query runs.
 */
final class ChangedTable {
  private static final int ROWS_AT_A_TIME = 5_000;

  private final Rest emulator;
  private final String project;
  private final String path;
  private final Map<String, Change> latest = new LinkedHashMap<>();
  private final Set<String> standing = new HashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private boolean rewrite;

  /**
   * Of one table.
   *
   * @param path {@code PROJECT/datasets/DATASET/tables/TABLE}
   */
  ChangedTable(Rest emulator, String path) {
    this.emulator = emulator;
    this.project = path.substring(0, path.indexOf('/'));
    this.path = path;
  }

  /** The table resource as it is now. */
  JsonNode resource() {
    return emulator.answer("GET", path, null);
  }

  /** The emulator would change what it says of the table, but not the table: it is made anew. */
  synchronized void alter(JsonNode changed) {
    ObjectNode resource = resource().deepCopy();
    resource.set("schema", changed.path("schema"));
    JsonNode unused = emulator.answer("DELETE", path, null);
    unused = emulator.answer("POST", path.substring(0, path.lastIndexOf('/')), resource);
    standing.clear();
    waiting.addAll(latest.keySet());
    rewrite = false;
  }

  synchronized void take(List<Change> changes) {
    for (Change change : changes) {
      Change other = latest.get(change.key());
      if (other == null || change.supersedes(other)) {
        latest.put(change.key(), change);
        waiting.add(change.key());
        rewrite |= standing.contains(change.key());
      }
    }
  }

  synchronized void merge() {
    if (waiting.isEmpty()) {
      return;
    }
    if (rewrite) {
      JsonNode unused = emulator.query(project, "delete from " + quoted() + " where true");
      standing.clear();
      waiting.addAll(latest.keySet());
    }
    List<Change> rows = new ArrayList<>();
    for (String key : waiting) {
      Change change = latest.get(key);
      if (!change.delete()) {
        rows.add(change);
        standing.add(key);
      }
    }
    for (int i = 0; i < rows.size(); i += ROWS_AT_A_TIME) {
      insert(rows.subList(i, Math.min(i + ROWS_AT_A_TIME, rows.size())));
    }
    waiting.clear();
    rewrite = false;
  }

  private void insert(List<Change> changes) {
    ObjectNode body = Rest.JSON.createObjectNode();
    ArrayNode rows = body.putArray("rows");
    changes.forEach(change -> rows.addObject().set("json", change.row()));
    JsonNode answer = emulator.answer("POST", path + "/insertAll", body);
    if (answer.has("insertErrors")) {
      throw new AssertionError(path + " does not take a row: " + answer);
    }
  }

  private String quoted() {
    String[] parts = path.split("/");
    return "`%s.%s.%s`".formatted(parts[0], parts[2], parts[4]);
  }
}
