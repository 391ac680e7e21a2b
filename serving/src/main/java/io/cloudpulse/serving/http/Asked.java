package io.cloudpulse.serving.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request says, read and checked. */
public final class Asked {
  private final Map<String, String> path;
  private final Map<String, List<Object>> values = new HashMap<>();

  private Asked(Map<String, String> path) {
    this.path = path;
  }

  /**
   * Reads a query.
   *
   * @param path the variables of the path
   * @throws Problem with every mistake
   */
  static Asked read(
      List<Parameter<?>> parameters, Map<String, String> path, Map<String, List<String>> query) {
    Asked asked = new Asked(path);
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Parameter<?>> known =
        parameters.stream().collect(Collectors.toMap(Parameter::name, parameter -> parameter));
    query.forEach((name, texts) -> asked.take(name, known.get(name), texts, mistakes));
    if (!mistakes.isEmpty()) {
      mistakes.sort(java.util.Comparator.comparing(Mistake::parameter));
      throw new Problem(
          400, "The query is wrong", "Each mistake is told under \"errors\".", mistakes);
    }
    return asked;
  }

  private void take(
      String name, Parameter<?> parameter, List<String> texts, List<Mistake> mistakes) {
    if (parameter == null) {
      mistakes.add(
          new Mistake(name, shortened(texts.get(0)), "one that /api/openapi.json names", "limit"));
      return;
    }
    if (texts.size() > 1 && !parameter.isRepeatable()) {
      mistakes.add(
          new Mistake(name, shortened(String.join(", ", texts)), "said once", parameter.example()));
    }
    List<Object> read = new ArrayList<>();
    for (String text : texts) {
      try {
        read.add(parameter.kind().parse(text));
      } catch (IllegalArgumentException wrong) {
        mistakes.add(
            new Mistake(name, shortened(text), parameter.kind().allowed(), parameter.example()));
      }
    }
    values.put(name, read);
  }

  private static String shortened(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "..." : text;
  }

  /** A variable of the path, as it was written. */
  public String path(String name) {
    return path.get(name);
  }

  /** What the query says of a parameter; empty if it says nothing. */
  public <T> Optional<T> value(Parameter<T> parameter) {
    return values(parameter).stream().findFirst();
  }

  /** All that the query says of a parameter. */
  @SuppressWarnings("unchecked") // the parameter's own kind read them
  public <T> List<T> values(Parameter<T> parameter) {
    return (List<T>) values.getOrDefault(parameter.name(), List.of());
  }
}
