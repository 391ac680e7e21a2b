package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Unpivot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a layout says about fields: more names, constants, and columns to turn. */
final class LayoutFields {
  private final DeclaredFields fields;

  LayoutFields(DeclaredFields fields) {
    this.fields = fields;
  }

  Map<String, List<String>> aliases(YamlValue value) {
    Map<String, List<String>> aliases = new LinkedHashMap<>();
    HeaderNames claimed = new HeaderNames();
    entries(value)
        .forEach(
            (name, headers) -> {
              if (fields.isRead(name, headers)) {
                aliases.put(name, headers.texts());
                claimed.claim(name, aliases.get(name), headers);
              }
            });
    return aliases;
  }

  Map<String, String> constants(YamlValue value) {
    Map<String, String> constants = new LinkedHashMap<>();
    entries(value)
        .forEach(
            (name, constant) -> {
              if (fields.isRead(name, constant)) {
                constant
                    .text()
                    .ifPresent(text -> constants.put(name, fitting(name, text, constant)));
              }
            });
    return constants;
  }

  private String fitting(String name, String text, YamlValue value) {
    fields.find(name).ifPresent(field -> FieldAgreement.fits(field, text, value));
    return text;
  }

  Optional<Unpivot> unpivot(YamlValue value) {
    Optional<YamlMapping> settings = value.settings(List.of("columns", "name", "value"));
    Optional<String> columns =
        settings.flatMap(s -> s.require("columns", "'\\d{4}'")).flatMap(LayoutFields::pattern);
    Optional<String> name = settings.flatMap(s -> s.require("name", "year")).flatMap(this::field);
    Optional<String> held = settings.flatMap(s -> s.require("value", "value")).flatMap(this::field);
    if (columns.isEmpty() || name.isEmpty() || held.isEmpty()) {
      return Optional.empty();
    }
    if (name.equals(held)) {
      value.problem("must have a name and a value that are two fields, but both are " + name.get());
    }
    return Optional.of(Unpivot.of(columns.get(), name.get(), held.get()));
  }

  private Optional<String> field(YamlValue value) {
    return value.text().filter(name -> fields.isRead(name, value));
  }

  private static Optional<String> pattern(YamlValue value) {
    Optional<String> text = value.text();
    try {
      text.ifPresent(Pattern::compile);
      return text;
    } catch (PatternSyntaxException e) {
      value.refuse("a regular expression (" + e.getDescription() + ")", "'\\d{4}'");
      return Optional.empty();
    }
  }

  private static Map<String, YamlValue> entries(YamlValue value) {
    return value.mapping().map(YamlMapping::entries).orElse(Map.of());
  }
}
