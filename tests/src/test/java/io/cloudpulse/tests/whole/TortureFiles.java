package io.cloudpulse.tests.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.tests.kit.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A CSV file that somebody made to break readers, and what it holds.
 *
 * @param columns the names above its columns
 * @param records the values of each record, in the order of the columns
 */
record TortureFiles(Path csv, List<String> columns, List<List<String>> records) {
  /** The two collections tell it in the same way, in folders of other names. */
  static Stream<TortureFiles> good() throws IOException {
    return Stream.concat(
        in("torture_csv_spectrum/csvs", "torture_csv_spectrum/json"),
        in("torture_csv_test_data/csv", "torture_csv_test_data/json"));
  }

  private static Stream<TortureFiles> in(String csvs, String jsons) throws IOException {
    Path folder = RealData.folder();
    List<TortureFiles> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve(jsons))) {
      for (Path json : files.sorted().toList()) {
        String name = json.getFileName().toString().replace(".json", "");
        all.add(of(folder.resolve(csvs).resolve(name + ".csv"), json));
      }
    }
    return all.stream();
  }

  private static TortureFiles of(Path csv, Path json) throws IOException {
    JsonNode told = new ObjectMapper().readTree(json.toFile());
    List<List<String>> lines = new ArrayList<>();
    (told.isObject() ? List.of(told) : told).forEach(line -> lines.add(texts(line)));
    boolean objects = told.isObject() || (!told.isEmpty() && told.get(0).isObject());
    if (objects) {
      List<String> names = new ArrayList<>();
      (told.isObject() ? told : told.get(0)).fieldNames().forEachRemaining(names::add);
      return new TortureFiles(csv, names, lines);
    }
    return lines.isEmpty()
        ? new TortureFiles(csv, List.of("foo", "bar", "baz"), lines)
        : new TortureFiles(csv, lines.get(0), lines.subList(1, lines.size()));
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  boolean is(String name) {
    return csv.getFileName().toString().equals(name);
  }

  @Override
  public String toString() {
    return csv.getParent().getParent().getFileName() + "/" + csv.getFileName();
  }
}
