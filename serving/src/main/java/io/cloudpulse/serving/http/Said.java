package io.cloudpulse.serving.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request says, not yet checked.
 *
 * @param query by the parameters' names
 * @param path the path's variables
 * @param headers those that the route knows
 * @param body what it brought along
 */
record Said(
    Map<String, List<String>> query,
    Map<String, String> path,
    Map<String, String> headers,
    Optional<byte[]> body) {
  /** What of a parameter is said; nothing if it is not. */
  List<String> of(Parameter<?> parameter) {
    return switch (parameter.place()) {
      case QUERY -> query.getOrDefault(parameter.name(), List.of());
      case PATH -> one(path.get(parameter.name()));
      case HEADER -> one(headers.get(parameter.name()));
    };
  }

  private static List<String> one(String text) {
    return text == null ? List.of() : List.of(text);
  }
}
