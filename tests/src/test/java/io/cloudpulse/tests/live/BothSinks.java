package io.cloudpulse.tests.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PulseCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Moves datasets into PostgreSQL and Elasticsearch at once, and tells what both hold. */
record BothSinks(Database database, Indices indices) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty indices: their names are the datasets', whichever test makes them. */
  BothSinks without(String... names) {
    for (String name : names) {
      var unused = indices.ask("DELETE", "/" + name, "");
      var unusedToo = indices.ask("DELETE", "/" + name + "-deleted", "");
    }
    return this;
  }

  /** Runs to the end of what there is; the exit code stands in the report. */
  RunReport run(String dataset, String source, String... more) {
    try {
      Path file = Files.createTempFile("pulse-report", ".json");
      try {
        List<String> args = args(dataset, source, more);
        args.add("--report=" + file);
        PulseCommand ended = PulseCommand.run(args.toArray(String[]::new));
        if (Files.size(file) == 0) {
          throw new AssertionError("exit " + ended.exitCode() + ": " + ended.err() + ended.out());
        }
        return JSON.readValue(file.toFile(), RunReport.class);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<String> args(String dataset, String source, String... more) {
    List<String> args = new ArrayList<>();
    args.add("run");
    args.add("--dataset=" + dataset);
    args.add("--source=" + source);
    args.add("--sink=" + database.sink() + "," + indices.address());
    args.add("--maxRefused=1");
    if (Stream.of(more).noneMatch(flag -> flag.startsWith("--runner="))) {
      args.add("--runner=direct");
    }
    args.addAll(List.of(more));
    return args;
  }

  /** A row of the index as it was written; null if there is none. */
  JsonNode document(String index, String id) {
    return tree("GET", "/" + index + "/_doc/" + id, "").get("_source");
  }

  /** Each document's fields joined by {@code |}, by its key. */
  List<String> documents(String index, String key, String... fields) {
    var unused = indices.ask("POST", "/" + index + "/_refresh", "");
    JsonNode hits =
        tree("POST", "/" + index + "/_search", "{\"size\":10000}").path("hits").path("hits");
    TreeMap<String, String> byKey = new TreeMap<>();
    for (JsonNode hit : hits) {
      JsonNode source = hit.get("_source");
      List<String> values = new ArrayList<>();
      for (String field : fields) {
        JsonNode value = source.get(field);
        values.add(value == null || value.isNull() ? "null" : value.asText());
      }
      byKey.put(source.get(key).asText(), String.join("|", values));
    }
    return List.copyOf(byKey.values());
  }

  private JsonNode tree(String method, String path, String json) {
    try {
      return JSON.readTree(indices.ask(method, path, json).body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
