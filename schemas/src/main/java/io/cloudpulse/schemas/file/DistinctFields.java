package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.FieldType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a list that names each of its fields once. */
final class DistinctFields {
  private DistinctFields() {}

  /** The names that may stay; each other one is noted. */
  static List<String> read(
      YamlValue value, DeclaredFields fields, Set<Kind> kinds, String allowed) {
    List<String> names = new ArrayList<>();
    for (YamlValue item : value.items()) {
      fields
          .reference(item)
          .filter(name -> fields.hasType(name, kinds, item, allowed))
          .filter(name -> isNew(name, names, item))
          .ifPresent(names::add);
    }
    return List.copyOf(names);
  }

  private static boolean isNew(String name, List<String> names, YamlValue item) {
    if (names.contains(name)) {
      item.problem("names " + name + " a second time");
    }
    return !names.contains(name);
  }
}
