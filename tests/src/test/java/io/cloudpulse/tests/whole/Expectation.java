package io.cloudpulse.tests.whole;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What loading one real file must give: an entry of {@code expectations.yaml}. */
record Expectation(
    String dataset,
    String source,
    long read,
    long accepted,
    long refused,
    long rows,
    List<Check> checks) {

  /** A query and the one text it must give. */
  record Check(String sql, String result) {}

  /** All of them, in the order they are to be loaded. */
  static List<Expectation> all() throws IOException {
    try (InputStream file = Expectation.class.getResourceAsStream("/real-data/expectations.yaml")) {
      List<?> entries =
          (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      return entries.stream().map(entry -> of((Map<?, ?>) entry)).toList();
    }
  }

  private static Expectation of(Map<?, ?> entry) {
    List<?> checks = (List<?>) entry.get("checks");
    return new Expectation(
        (String) entry.get("dataset"),
        (String) entry.get("source"),
        number(entry, "read"),
        number(entry, "accepted"),
        number(entry, "refused"),
        number(entry, "rows"),
        checks.stream().map(check -> check((Map<?, ?>) check)).toList());
  }

  private static Check check(Map<?, ?> check) {
    return new Check((String) check.get("sql"), (String) check.get("result"));
  }

  private static long number(Map<?, ?> entry, String name) {
    return ((Number) entry.get(name)).longValue();
  }

  @Override
  public String toString() {
    return dataset + " from " + source;
  }
}
