package io.cloudpulse.schemas.expression;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that one expression reads, and where their values stand in a record. */
final class Variables {
  /** Place and kind of one field. */
  record Variable(int index, Kind kind) {}

  private final List<String> names = new ArrayList<>();
  private final Map<String, Variable> byName = new HashMap<>();

  Variables(List<Field> fields, Set<String> read) {
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).name();
      if (read.contains(name)) {
        names.add(name);
        byName.put(name, new Variable(i, fields.get(i).type().kind()));
      }
    }
  }

  List<String> names() {
    return List.copyOf(names);
  }

  /** Null if no field of that name is read. */
  Variable find(String name) {
    return byName.get(name);
  }

  List<String> nulls(Object[] values) {
    return names.stream().filter(name -> values[byName.get(name).index()] == null).toList();
  }
}
