package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * Something that can be asked for. What it declares is both what a request is checked against and
 * what the OpenAPI document says.
 *
 * @param path variables in braces
 * @param answer JSON schema of the answer
 */
public record Route(
    String path,
    String summary,
    List<Parameter<?>> parameters,
    ObjectNode answer,
    Function<Asked, Answer> handler) {
  public Route {
    parameters = List.copyOf(parameters);
  }
}
