package io.cloudpulse.serving.datasets;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a query may ask of one field: to be one of some values, in a range, or there at all. */
record RowFilters(
    String field,
    Parameter<String> equal,
    Parameter<String> least,
    Parameter<String> most,
    Parameter<String> isNull) {
  static RowFilters of(Field field) {
    Kind<String> kind = FieldKinds.of(field.type());
    String name = field.name();
    String example = FieldKinds.example(field.type());
    return new RowFilters(
        name,
        Parameter.of(name, "It is this; said again: or this.", kind, example).repeatable(),
        Parameter.of(name + ".min", "It is this or more.", kind, example),
        Parameter.of(name + ".max", "It is this or less.", kind, example),
        Parameter.of(
            name + ".null",
            "Rows without it, or with it.",
            Kinds.oneOf(List.of("true", "false")),
            "false"));
  }

  List<Parameter<?>> parameters() {
    return List.of(equal, least, most, isNull);
  }

  void addTo(Conditions conditions, RowTable table, Asked asked) {
    String column = RowTable.column(field);
    List<String> anyOf = new ArrayList<>();
    for (String value : asked.values(equal)) {
      anyOf.add(table.cast(field, conditions.bind(value)));
    }
    if (!anyOf.isEmpty()) {
      conditions.add(column + anyOf.stream().collect(Collectors.joining(", ", " in (", ")")));
    }
    asked
        .value(least)
        .ifPresent(
            value -> conditions.add(column + " >= " + table.cast(field, conditions.bind(value))));
    asked
        .value(most)
        .ifPresent(
            value -> conditions.add(column + " <= " + table.cast(field, conditions.bind(value))));
    asked
        .value(isNull)
        .ifPresent(
            value -> conditions.add(column + (value.equals("true") ? " is null" : " is not null")));
  }
}
