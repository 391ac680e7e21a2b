package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Field;
import java.util.Optional;

/** Checks what the settings of one field say about each other. */
final class FieldAgreement {
  private FieldAgreement() {}

  static void check(Field field, YamlMapping settings) {
    corrections(field, settings);
    if (field.derive().isPresent()) {
      notWithDerive(settings, "constant");
      notWithDerive(settings, "aliases");
      notWithDerive(settings, "corrections");
    }
    field.constant().ifPresent(text -> fits(field, text, settings.get("constant").get()));
    settings.get("examples").stream()
        .filter(YamlValue::isList)
        .flatMap(examples -> examples.items().stream())
        .forEach(item -> item.text().ifPresent(text -> fits(field, text, item)));
  }

  private static void notWithDerive(YamlMapping settings, String name) {
    settings
        .get(name)
        .ifPresent(
            value -> value.problem("is for values that are read, but derive computes this one"));
  }

  private static void corrections(Field field, YamlMapping settings) {
    if (field.allowed().isEmpty()) {
      return;
    }
    Optional<YamlMapping> corrections =
        settings.get("corrections").filter(YamlValue::isMapping).flatMap(YamlValue::mapping);
    corrections.ifPresent(
        mapping ->
            mapping
                .entries()
                .values()
                .forEach(
                    entry ->
                        entry
                            .text()
                            .filter(text -> !field.allowed().contains(text))
                            .ifPresent(text -> entry.refuse(oneOf(field)))));
  }

  /** Notes a text that the field would not take. */
  static void fits(Field field, String text, YamlValue value) {
    FieldText.problem(field, text).ifPresent(value::refuse);
  }

  private static String oneOf(Field field) {
    return "one of the allowed texts: " + String.join(", ", field.allowed());
  }
}
