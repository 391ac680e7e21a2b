package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code enrich.take}, and adds the fields it names to the declared ones. */
final class TakenFields {
  private final DeclaredFields fields;
  private final Optional<Dataset> from;
  private final boolean required;
  private final List<String> names = new ArrayList<>();

  /**
   * @param from the dataset they are taken from; empty if it is not known
   * @param required whether a record is refused that has no match to take them from
   */
  TakenFields(DeclaredFields fields, Optional<Dataset> from, boolean required) {
    this.fields = fields;
    this.from = from;
    this.required = required;
  }

  /** The names of those that are taken. */
  List<String> read(YamlValue value) {
    if (value.isText() && value.text().equals(Optional.of("all"))) {
      all(value);
    } else if (value.isText()) {
      value.refuse("a list of fields, or all", "[title, authors]");
    } else {
      value.items().forEach(this::one);
      if (value.isList() && value.items().isEmpty()) {
        value.problem("must name at least one field, or be all");
      }
    }
    return List.copyOf(names);
  }

  private void all(YamlValue value) {
    if (from.isEmpty()) {
      fields.takeUnknown();
      return;
    }
    for (Field field : from.get().fields()) {
      if (!fields.has(field.name())) {
        take(field);
      }
    }
    if (names.isEmpty()) {
      value.problem("takes nothing: this dataset has every field of " + from.get().name());
    }
  }

  private void one(YamlValue item) {
    Optional<String> name = item.text();
    if (name.isEmpty()) {
      return;
    }
    if (fields.has(name.get())) {
      item.problem("names " + name.get() + ", which is a field of this dataset already");
    } else if (from.isEmpty()) {
      fields.take(name.get(), Optional.empty());
    } else {
      Optional<Field> found = find(from.get(), name.get(), item);
      found.ifPresentOrElse(this::take, () -> fields.take(name.get(), Optional.empty()));
    }
  }

  private void take(Field field) {
    names.add(field.name());
    Field taken =
        Field.of(field.name(), field.type()).toBuilder()
            .description(field.description())
            .required(required && field.required())
            .taken(true)
            .build();
    fields.take(field.name(), Optional.of(taken));
  }

  /** A field of another dataset; that it has none of the name is noted. */
  static Optional<Field> find(Dataset dataset, String name, YamlValue value) {
    Optional<Field> found =
        dataset.fields().stream().filter(field -> field.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      List<String> known = dataset.fields().stream().map(Field::name).toList();
      value.problem(
          "names %s, but %s has no such field.%s"
              .formatted(name, dataset.name(), NearNames.question(name, known)));
    }
    return found;
  }
}
