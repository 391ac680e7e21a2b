package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a request says, read and checked. */
public final class Asked {
  private static final String NONE = "one that /api/openapi.json names";

  private final Map<String, List<Object>> values = new HashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private ObjectNode body;

  private Asked() {}

  /**
   * Reads a request.
   *
   * @param taken what it brings along, if it does
   * @throws Problem with every mistake
   */
  static Asked read(List<Parameter<?>> parameters, Optional<Body> taken, Said said) {
    Asked asked = new Asked();
    asked.refuseUnknown(parameters, said);
    parameters.forEach(parameter -> asked.take(parameter, said.of(parameter)));
    taken.ifPresent(body -> asked.body = body.read(said.body().orElseThrow(), asked.mistakes));
    if (!asked.mistakes.isEmpty()) {
      asked.mistakes.sort(Comparator.comparing(Mistake::name));
      throw new Problem(
          400, "The request is wrong", "Each mistake is told under \"errors\".", asked.mistakes);
    }
    return asked;
  }

  private void refuseUnknown(List<Parameter<?>> parameters, Said said) {
    Set<String> known =
        parameters.stream()
            .filter(parameter -> parameter.place() == Parameter.Place.QUERY)
            .map(Parameter::name)
            .collect(Collectors.toSet());
    said.query()
        .forEach(
            (name, texts) -> {
              if (!known.contains(name)) {
                String shown = Mistake.shortened(name);
                mistakes.add(Mistake.inParameter(shown, texts.get(0), NONE, "limit"));
              }
            });
  }

  private void take(Parameter<?> parameter, List<String> texts) {
    if (texts.size() > 1 && !parameter.isRepeatable()) {
      mistakes.add(mistake(parameter, String.join(", ", texts), "said once"));
    }
    if (texts.isEmpty() && parameter.isRequired()) {
      mistakes.add(mistake(parameter, "nothing", parameter.kind().allowed()));
    }
    List<Object> read = new ArrayList<>();
    for (String text : texts) {
      try {
        read.add(parameter.kind().parse(text));
      } catch (IllegalArgumentException wrong) {
        mistakes.add(mistake(parameter, text, parameter.kind().allowed()));
      }
    }
    values.put(parameter.name(), read);
  }

  private static Mistake mistake(Parameter<?> parameter, String given, String allowed) {
    return Mistake.inParameter(parameter.name(), given, allowed, parameter.example());
  }

  /** What the request brought along, without what it left empty; its route says that it does. */
  public ObjectNode body() {
    return body;
  }

  /** What a variable of the path says. */
  public <T> T path(Parameter<T> parameter) {
    return value(parameter).orElseThrow();
  }

  /** What is said of a parameter; empty if nothing is. */
  public <T> Optional<T> value(Parameter<T> parameter) {
    return values(parameter).stream().findFirst();
  }

  /** All that is said of a parameter. */
  @SuppressWarnings("unchecked") // the parameter's own kind read them
  public <T> List<T> values(Parameter<T> parameter) {
    return (List<T>) values.getOrDefault(parameter.name(), List.of());
  }
}
