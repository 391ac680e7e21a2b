package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code rules}. */
final class RuleReader {
  private final Set<String> names = new HashSet<>();

  private RuleReader() {}

  static List<Rule> read(YamlMapping file) {
    RuleReader reader = new RuleReader();
    List<Rule> rules = new ArrayList<>();
    file.get("rules").stream()
        .flatMap(value -> value.items().stream())
        .forEach(item -> reader.rule(item).ifPresent(rules::add));
    return rules;
  }

  private Optional<Rule> rule(YamlValue item) {
    Optional<YamlMapping> settings = item.settings(List.of("name", "check", "message"));
    Optional<String> name = text(settings, "name", "shipped-after-ordered");
    Optional<String> check = text(settings, "check", "\"shipped_on >= ordered_on\"");
    Optional<String> message = text(settings, "message", "\"shipped before it was ordered\"");
    if (name.isPresent() && !names.add(name.get())) {
      settings.get().get("name").get().refuse("a name that no rule before has");
    }
    return name.isPresent() && check.isPresent() && message.isPresent()
        ? Optional.of(Rule.of(name.get(), check.get(), message.get()))
        : Optional.empty();
  }

  private static Optional<String> text(
      Optional<YamlMapping> settings, String name, String example) {
    Optional<YamlValue> value = settings.flatMap(s -> s.require(name, example));
    Optional<String> text = value.flatMap(YamlValue::text);
    if (text.filter(String::isBlank).isPresent()) {
      value.get().refuse("a text that is not blank", example);
      return Optional.empty();
    }
    return text;
  }
}
