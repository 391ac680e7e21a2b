package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.FieldType.Kind;
import io.cloudpulse.schemas.Key;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code key}. */
final class KeyReader {
  private static final Set<Kind> EXACT = EnumSet.complementOf(EnumSet.of(Kind.DOUBLE, Kind.JSON));

  private KeyReader() {}

  static Optional<Key> read(YamlMapping file, DeclaredFields fields) {
    Optional<YamlValue> value = file.require("key", "[id]");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return value.get().isText() ? word(value.get()) : names(value.get(), fields);
  }

  private static Optional<Key> word(YamlValue value) {
    return switch (value.text().orElse("")) {
      case "content" -> Optional.of(Key.content());
      case "position" -> Optional.of(Key.position());
      default -> {
        value.refuse("a list of fields, or content, or position", "[id]");
        yield Optional.empty();
      }
    };
  }

  /** Values that have several spellings, or none that is exact, cannot tell two rows apart. */
  private static Optional<Key> names(YamlValue value, DeclaredFields fields) {
    List<String> names =
        DistinctFields.read(value, fields, EXACT, "a field of an exact type, not double or json");
    if (value.isList() && value.items().isEmpty()) {
      value.problem("must name at least one field, or be content or position");
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(Key.fields(names));
  }
}
