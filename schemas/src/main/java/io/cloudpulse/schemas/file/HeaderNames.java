package io.cloudpulse.schemas.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which field a header means: never two. */
final class HeaderNames {
  private final Map<String, String> fields = new HashMap<>();

  /** The field's own name. */
  void claim(String field) {
    fields.put(field, field);
  }

  /** More names of a field; one that another field has is noted. */
  void claim(String field, List<String> headers, YamlValue value) {
    for (String header : headers) {
      String other = fields.putIfAbsent(header, field);
      if (other != null && !other.equals(field)) {
        value.problem("names " + header + ", which is a name of " + other + " already");
      }
    }
  }
}
