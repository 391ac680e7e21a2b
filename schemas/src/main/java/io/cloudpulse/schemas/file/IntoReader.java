package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Key;
import java.util.List;
import java.util.Optional;

/** Reads {@code into}, and checks that the other dataset can hold the rows. */
final class IntoReader {
  private final YamlValue value;
  private final Dataset target;

  private IntoReader(YamlValue value, Dataset target) {
    this.value = value;
    this.target = target;
  }

  static Optional<Dataset> read(YamlValue value, List<Field> fields, Optional<Key> key) {
    Optional<Dataset> target = ReferredDataset.read(value);
    target.ifPresent(dataset -> new IntoReader(value, dataset).check(fields, key));
    return target;
  }

  /** The fields in the target's order; those that it has not are left out. */
  static List<Field> ordered(List<Field> fields, Dataset target) {
    return target.fields().stream().flatMap(field -> named(fields, field.name()).stream()).toList();
  }

  private static Optional<Field> named(List<Field> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private void check(List<Field> fields, Optional<Key> key) {
    for (Field field : fields) {
      if (named(target.fields(), field.name()).isEmpty()) {
        value.problem("is %s, which has no field %s".formatted(target.name(), field.name()));
      }
    }
    for (Field there : target.fields()) {
      named(fields, there.name())
          .ifPresentOrElse(
              here -> compare(here, there),
              () ->
                  value.problem(
                      "is %s, whose field %s is missing here"
                          .formatted(target.name(), there.name())));
    }
    if (key.isPresent() && !key.get().equals(target.key())) {
      value.problem(
          "is %s, whose key is [%s], but the key here is [%s]"
              .formatted(target.name(), columns(target.key()), columns(key.get())));
    }
  }

  private void compare(Field here, Field there) {
    if (!here.type().equals(there.type())) {
      value.problem(
          "is %s, whose field %s is %s, but it is %s here"
              .formatted(target.name(), there.name(), there.type(), here.type()));
    } else if (there.required() && !here.required()) {
      value.problem(
          "is %s, which requires %s, but it may be null here"
              .formatted(target.name(), there.name()));
    }
  }

  private static String columns(Key key) {
    return String.join(", ", key.columns());
  }
}
