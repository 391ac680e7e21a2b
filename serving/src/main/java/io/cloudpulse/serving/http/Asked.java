package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a request says, read and checked. */
public final class Asked {
  private final Map<String, List<Object>> values = new HashMap<>();
  private final Optional<ObjectNode> body;

  private Asked(Optional<ObjectNode> body) {
    this.body = body;
  }

  /**
   * Reads a request.
   *
   * @param said what its path and its query say, by the parameters' names
   * @param body what it brought along
   * @throws Problem with every mistake
   */
  static Asked read(
      List<Parameter<?>> parameters, Map<String, List<String>> said, Optional<ObjectNode> body) {
    Asked asked = new Asked(body);
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Parameter<?>> known =
        parameters.stream().collect(Collectors.toMap(Parameter::name, parameter -> parameter));
    said.forEach((name, texts) -> asked.take(name, known.get(name), texts, mistakes));
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

  /** What the request brought along; its route says that it takes one. */
  public ObjectNode body() {
    return body.orElseThrow();
  }

  /** What a variable of the path says. */
  public <T> T path(Parameter<T> parameter) {
    return value(parameter).orElseThrow();
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
