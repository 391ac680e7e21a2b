package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.FieldType.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one entry of {@code fields}. */
final class FieldReader {
  /** What every sink takes for a column; names with a first underscore are our own. */
  static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private static final List<String> SETTINGS =
      List.of(
          "type",
          "description",
          "required",
          "aliases",
          "min",
          "max",
          "allowed",
          "corrections",
          "formats",
          "zone",
          "nulls",
          "constant",
          "derive",
          "examples");
  private static final String TYPES =
      "one of string, int64, double, decimal(p,s), boolean, date, timestamp, json,"
          + " where p is 1 to 38 and s is 0 to p";

  private final YamlMapping settings;
  private final FieldType type;
  private final Field.Builder field;

  private FieldReader(String name, YamlMapping settings, FieldType type) {
    this.settings = settings;
    this.type = type;
    this.field = Field.builder().name(name).type(type);
  }

  /** The field, or empty if it has no name or no type that anything else could refer to. */
  static Optional<Field> read(String name, YamlValue value) {
    boolean named = COLUMN.matcher(name).matches();
    if (!named) {
      value.problem(
          "is no name for a column: use lower-case letters, digits and underscores,"
              + " begin with a letter, and stop at 63. For example: unit_price");
    }
    Optional<YamlMapping> settings = value.settings(SETTINGS);
    Optional<FieldType> type = settings.flatMap(FieldReader::type);
    return type.filter(known -> named)
        .map(known -> new FieldReader(name, settings.get(), known).read());
  }

  private static Optional<FieldType> type(YamlMapping settings) {
    Optional<YamlValue> value = settings.require("type", "string");
    Optional<String> text = value.flatMap(YamlValue::text);
    Optional<FieldType> type = text.flatMap(FieldType::parse);
    if (text.isPresent() && type.isEmpty()) {
      value.get().refuse(TYPES, "decimal(12,2)");
    }
    return type;
  }

  private Field read() {
    take("description", YamlValue::text, Field.Builder::description);
    take("required", YamlValue::flag, Field.Builder::required);
    take("aliases", FieldReader::texts, Field.Builder::aliases);
    take("nulls", FieldReader::texts, Field.Builder::nulls);
    take("constant", YamlValue::text, Field.Builder::constant);
    take("derive", YamlValue::text, Field.Builder::derive);
    take("examples", FieldReader::texts, Field.Builder::examples);
    new FieldRange(type, settings).readInto(field);
    onlyFor("allowed", "string", Kind.STRING);
    onlyFor("corrections", "string", Kind.STRING);
    onlyFor("zone", "timestamp", Kind.TIMESTAMP);
    take("allowed", FieldReader::texts, Field.Builder::allowed);
    take("corrections", FieldReader::textsByName, Field.Builder::corrections);
    take("zone", FieldFormats::zone, Field.Builder::zone);
    take("formats", value -> FieldFormats.read(type, value), Field.Builder::formats);
    Field read = field.build();
    FieldAgreement.check(read, settings);
    return read;
  }

  private <T> void take(
      String name, Function<YamlValue, Optional<T>> reading, BiConsumer<Field.Builder, T> setting) {
    settings.get(name).flatMap(reading).ifPresent(value -> setting.accept(field, value));
  }

  private void onlyFor(String name, String typeName, Kind kind) {
    if (type.kind() != kind) {
      settings
          .get(name)
          .ifPresent(
              value ->
                  value.problem("is for fields of type " + typeName + ", but this is " + type));
    }
  }

  private static Optional<List<String>> texts(YamlValue value) {
    return Optional.of(value.texts());
  }

  private static Optional<Map<String, String>> textsByName(YamlValue value) {
    return value.mapping().map(YamlMapping::textsByName);
  }
}
