package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that a file declares, for all that refers to them. One that could not be read is still
 * known by name, so that its mistake is told once and not at each mention.
 */
final class DeclaredFields {
  private static final Set<Kind> TIMES = Set.of(Kind.DATE, Kind.TIMESTAMP);

  private final Map<String, Optional<Field>> fields = new LinkedHashMap<>();
  private boolean open;

  static DeclaredFields read(YamlMapping file) {
    DeclaredFields declared = new DeclaredFields();
    Optional<YamlMapping> entries =
        file.require("fields", "{id: {type: string}}").flatMap(YamlValue::mapping);
    entries.ifPresent(
        mapping ->
            mapping
                .entries()
                .forEach(
                    (name, value) -> declared.fields.put(name, FieldReader.read(name, value))));
    if (entries.isPresent() && declared.fields.isEmpty()) {
      file.get("fields")
          .get()
          .problem("must name at least one field. For example: {id: {type: string}}");
    }
    entries.ifPresent(declared::checkHeaders);
    return declared;
  }

  /** A header that means two fields would fill one of them with the other's values. */
  private void checkHeaders(YamlMapping entries) {
    HeaderNames headers = new HeaderNames();
    readable().stream().filter(Field::isRead).forEach(field -> headers.claim(field.name()));
    for (Field field : readable()) {
      entries.get(field.name()).stream()
          .flatMap(value -> value.mapping().flatMap(settings -> settings.get("aliases")).stream())
          .forEach(aliases -> headers.claim(field.name(), field.aliases(), aliases));
    }
  }

  /** Adds a field that is looked up; one that could not be found is still known by name. */
  void take(String name, Optional<Field> field) {
    fields.put(name, field);
  }

  /** From here on any name may be that of a field: which there are, a mistake hides. */
  void takeUnknown() {
    open = true;
  }

  boolean areKnown() {
    return !open;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Those that could be read, in the order of the file. */
  List<Field> readable() {
    return fields.values().stream().flatMap(Optional::stream).toList();
  }

  /** Names of those that could not be read. */
  List<String> unreadable() {
    return fields.keySet().stream().filter(name -> fields.get(name).isEmpty()).toList();
  }

  /** The name that a value holds, if a field has it; else that is noted. */
  Optional<String> reference(YamlValue value) {
    return value.text().filter(name -> isDeclared(name, value));
  }

  /** The name that a value holds, if a date or a timestamp has it; else that is noted. */
  Optional<String> timeReference(YamlValue value) {
    return reference(value)
        .filter(name -> hasType(name, TIMES, value, "a field of type date or timestamp"));
  }

  /** As {@link #reference}, for a field whose value is read from the source. */
  boolean isRead(String name, YamlValue value) {
    if (!isDeclared(name, value)) {
      return false;
    }
    boolean read = find(name).map(Field::isRead).orElse(true);
    if (!read) {
      String is = find(name).get().taken() ? "looked up" : "derived";
      value.problem("is for values that are read, but field " + name + " is " + is);
    }
    return read;
  }

  boolean hasType(String name, Set<Kind> kinds, YamlValue value, String allowed) {
    boolean fits = find(name).map(field -> kinds.contains(field.type().kind())).orElse(true);
    if (!fits) {
      value.refuse(allowed + ", but " + name + " is " + find(name).get().type());
    }
    return fits;
  }

  Optional<Field> find(String name) {
    return fields.getOrDefault(name, Optional.empty());
  }

  boolean isDeclared(String name, YamlValue value) {
    boolean declared = open || fields.containsKey(name);
    if (!declared) {
      String near = NearNames.question(name, fields.keySet());
      value.problem("names " + name + ", but there is no such field." + near);
    }
    return declared;
  }
}
