package io.cloudpulse.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A stack's configuration, value by value, and what is wrong with it. Lists are JSON, as Pulumi
 * hands them on.
 */
final class Configuration {
  private final Function<String, Optional<String>> values;
  private final List<String> problems = new ArrayList<>();

  /**
   * Over these values.
   *
   * @param values by key; keys of Google's provider begin with {@code gcp:}
   */
  Configuration(Function<String, Optional<String>> values) {
    this.values = values;
  }

  List<String> problems() {
    return problems;
  }

  /** Says what it was, what it may be, and what to type. */
  void refuse(String key, String was, String allowed, String example) {
    problems.add(
        "%s was \"%s\", but must be %s. For example: pulumi config set %s '%s'"
            .formatted(key, was, allowed, key, example));
  }

  String text(String key, String pattern, String example) {
    Optional<String> value = values.apply(key);
    if (value.isEmpty()) {
      problems.add(
          "%s is missing. For example: pulumi config set %s %s".formatted(key, key, example));
    } else if (!value.get().matches(pattern)) {
      refuse(key, value.get(), "like " + example, example);
    }
    return value.orElse("");
  }

  int number(String key, int least, int most) {
    String value = text(key, ".*", String.valueOf(least));
    if (value.isEmpty()) {
      return least;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // told below, as one that is out of bounds
    }
    refuse(key, value, "a number from " + least + " to " + most, String.valueOf(least));
    return least;
  }

  /** False if it is not there. */
  boolean flag(String key) {
    String value = values.apply(key).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      refuse(key, value, "true or false", "true");
    }
    return value.equals("true");
  }

  List<String> texts(String key, String pattern, String example) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(key)) {
      if (!item.isTextual() || !item.asText().matches(pattern)) {
        refuse(key, item.asText(), "a list like " + example, example);
      }
      texts.add(item.asText());
    }
    return texts;
  }

  /** Empty if it is not there. */
  Iterable<JsonNode> list(String key) {
    String text = values.apply(key).orElse("[]");
    try {
      JsonNode list = Json.MAPPER.readTree(text);
      if (list.isArray()) {
        return list;
      }
    } catch (JsonProcessingException noJson) {
      // told below, as what is no list
    }
    refuse(key, text, "a list", "[]");
    return JsonNodeFactory.instance.arrayNode();
  }
}
