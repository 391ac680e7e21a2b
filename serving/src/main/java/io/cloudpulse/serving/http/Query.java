package io.cloudpulse.serving.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.UrlEncoded;

/** What stands behind the question mark. */
final class Query {
  private Query() {}

  /**
   * Reads it, by name.
   *
   * @throws Problem if it is not encoded as UTF-8 in percent signs; nothing is replaced in silence
   */
  static Map<String, List<String>> read(String query) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return said;
    }
    try {
      boolean unused =
          UrlEncoded.decodeUtf8To(
              query,
              0,
              query.length(),
              (name, value) -> said.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
      return said;
    } catch (IllegalArgumentException wrong) {
      throw Problem.of(
          400,
          "The query cannot be read",
          "It must be UTF-8, percent-encoded: name=C%C3%B4te%20d%27Ivoire");
    }
  }
}
