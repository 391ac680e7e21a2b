package io.cloudpulse.serving.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Body;
import io.cloudpulse.serving.http.Role;
import io.cloudpulse.serving.http.Route;
import java.util.List;
import java.util.Locale;

/**
 * The OpenAPI 3.1 document of routes: made of the very objects that requests are checked against,
 * so that it cannot say anything else.
 */
public final class ApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "token";

  private final ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
  private final Components components;

  private ApiDocument(List<Route> routes) {
    components = new Components(routes);
  }

  /** The document as JSON. */
  public static String of(List<Route> routes) {
    ApiDocument made = new ApiDocument(routes);
    made.describe(routes);
    ObjectNode paths = made.document.putObject("paths");
    for (Route route : routes) {
      ObjectNode page =
          paths.get(route.path()) instanceof ObjectNode known
              ? known
              : paths.putObject(route.path());
      page.set(route.method().name().toLowerCase(Locale.ROOT), made.operation(route));
    }
    ObjectNode components = made.components.node();
    components
        .putObject("securitySchemes")
        .putObject(TOKEN)
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "What ./pulse token create printed.");
    made.document.set("components", components);
    return made.document.toString();
  }

  private void describe(List<Route> routes) {
    document
        .putObject("info")
        .put("title", "Cloud Pulse")
        .put("version", "0.1.0")
        .put("description", "What readers ask of the sinks, and what operators write.");
    ArrayNode tags = document.putArray("tags");
    routes.stream().map(Route::area).distinct().forEach(area -> tags.addObject().put("name", area));
  }

  private ObjectNode operation(Route route) {
    ObjectNode operation = JSON.createObjectNode().put("summary", route.summary());
    operation.put("operationId", name(route));
    operation.putArray("tags").add(route.area());
    operation.set("security", security(route.needs()));
    if (!route.parameters().isEmpty()) {
      ArrayNode parameters = operation.putArray("parameters");
      route.parameters().forEach(parameter -> parameters.add(components.parameter(parameter)));
    }
    route.body().ifPresent(body -> operation.set("requestBody", body(body)));
    operation.set("responses", Responses.of(route, components));
    return operation;
  }

  /** On the server's own machine a reader may need none, which an empty requirement says. */
  private static ArrayNode security(Role needed) {
    ArrayNode security = JSON.createArrayNode();
    if (needed == Role.READER) {
      security.addObject();
    }
    if (needed != Role.ANYONE) {
      security.addObject().putArray(TOKEN);
    }
    return security;
  }

  private static String name(Route route) {
    String path = route.path().substring(1).replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
    return route.method().name().toLowerCase(Locale.ROOT) + "_" + path;
  }

  private static ObjectNode body(Body body) {
    ObjectNode node = JSON.createObjectNode().put("required", true);
    node.putObject("content")
        .putObject("application/json")
        .<ObjectNode>set("schema", body.schema())
        .set("example", body.example());
    return node;
  }
}
