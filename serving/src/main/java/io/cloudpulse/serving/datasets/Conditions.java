package io.cloudpulse.serving.datasets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What rows must fulfil, as SQL, and the values that it names. */
final class Conditions {
  private final List<String> texts = new ArrayList<>();
  private final Map<String, String> bindings = new LinkedHashMap<>();

  /** Keeps a value apart from the statement; the answer is its name. */
  String bind(String value) {
    String name = "v" + bindings.size();
    bindings.put(name, value);
    return name;
  }

  void add(String condition) {
    texts.add(condition);
  }

  /** The {@code where} clause; nothing if there is no condition. */
  String clause() {
    return texts.isEmpty()
        ? ""
        : texts.stream().collect(Collectors.joining(") and (", " where (", ")"));
  }

  Map<String, String> bindings() {
    return bindings;
  }
}
