package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that can be asked for, or asked to be done. What it declares is both what a request is
 * checked against and what the OpenAPI document says.
 *
 * @param path variables in braces; each is one of the parameters
 * @param area what the document lists it under
 * @param body what a request brings along; none for reads
 * @param answer JSON schema of the answer
 */
public record Route(
    Method method,
    String path,
    String summary,
    String area,
    List<Parameter<?>> parameters,
    Optional<Body> body,
    ObjectNode answer,
    Function<Asked, Answer> handler) {
  /** Reading is a reader's, all else an operator's. */
  public enum Method {
    GET,
    POST,
    PUT
  }

  public Route {
    parameters = List.copyOf(parameters);
  }

  /** A page to read. */
  public static Route get(String area, String path, String summary) {
    return bare(Method.GET, area, path, summary);
  }

  /** Something new. */
  public static Route post(String area, String path, String summary) {
    return bare(Method.POST, area, path, summary);
  }

  /** A change; twice is as once. */
  public static Route put(String area, String path, String summary) {
    return bare(Method.PUT, area, path, summary);
  }

  private static Route bare(Method method, String area, String path, String summary) {
    return new Route(
        method,
        path,
        summary,
        area,
        List.of(),
        Optional.empty(),
        Kinds.schema("object"),
        asked -> {
          throw new IllegalStateException("nobody answers " + path);
        });
  }

  /** With parameters besides those it has. */
  public Route with(List<Parameter<?>> more) {
    List<Parameter<?>> all = Stream.concat(parameters.stream(), more.stream()).toList();
    return new Route(method, path, summary, area, all, body, answer, handler);
  }

  /** With parameters besides those it has. */
  public Route with(Parameter<?>... more) {
    return with(List.of(more));
  }

  /** A request brings this along. */
  public Route takes(Body taken) {
    return new Route(method, path, summary, area, parameters, Optional.of(taken), answer, handler);
  }

  /** Answered by this, in this shape. */
  public Route answers(ObjectNode schema, Function<Asked, Answer> by) {
    return new Route(method, path, summary, area, parameters, body, schema, by);
  }
}
