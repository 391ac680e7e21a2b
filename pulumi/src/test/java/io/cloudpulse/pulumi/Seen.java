package io.cloudpulse.pulumi;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A resource as the program asked for it.
 *
 * @param type Google's kind of it, such as {@code storage/bucket:Bucket}
 */
record Seen(String type, String name, Map<String, Object> inputs) {
  static final Comparator<Seen> BY_NAME = Comparator.comparing(Seen::name);

  boolean isA(String kind) {
    return type.endsWith(":" + kind);
  }

  /** An input, or one inside of another: {@code settings.ipConfiguration.ipv4Enabled}. */
  Object input(String path) {
    Object value = inputs;
    for (String key : path.split("\\.")) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  String text(String path) {
    return String.valueOf(input(path));
  }

  /** The same but for one input, as a careless change would make it. */
  Seen with(String input, Object value) {
    Map<String, Object> changed = new HashMap<>(inputs);
    changed.put(input, value);
    return new Seen(type, name, changed);
  }

  static Stream<Seen> ofType(List<Seen> all, String kind) {
    return all.stream().filter(seen -> seen.isA(kind));
  }
}
