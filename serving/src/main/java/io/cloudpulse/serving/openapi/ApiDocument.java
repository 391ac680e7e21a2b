package io.cloudpulse.serving.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Body;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Route;
import java.util.List;
import java.util.Locale;

/**
 * The OpenAPI 3.1 document of routes: made of the very objects that requests are checked against,
 * so that it cannot say anything else.
 */
public final class ApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "#/components/responses/Problem";

  private ApiDocument() {}

  /** The document as JSON. */
  public static String of(List<Route> routes) {
    ObjectNode document = JSON.createObjectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Cloud Pulse")
        .put("version", "0.1.0")
        .put("description", "What readers ask of the sinks.");
    ObjectNode paths = document.putObject("paths");
    routes.forEach(
        route ->
            paths
                .withObject(JsonPointer.empty().appendProperty(route.path()))
                .set(route.method().name().toLowerCase(Locale.ROOT), operation(route)));
    document.putObject("components").putObject("responses").set("Problem", problem());
    return document.toPrettyString();
  }

  private static ObjectNode operation(Route route) {
    ObjectNode operation = JSON.createObjectNode().put("summary", route.summary());
    operation.put("operationId", name(route));
    operation.putArray("tags").add(route.area());
    ArrayNode parameters = operation.putArray("parameters");
    route.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    route.body().ifPresent(body -> operation.set("requestBody", body(body)));
    ObjectNode responses = operation.putObject("responses");
    responses
        .putObject("200")
        .put("description", "What was asked for")
        .putObject("content")
        .putObject("application/json")
        .set("schema", route.answer());
    if (route.method() == Route.Method.GET) {
      responses.putObject("304").put("description", "The reader has it: If-None-Match said so");
    }
    responses.putObject("default").put("$ref", PROBLEM);
    return operation;
  }

  private static String name(Route route) {
    String path = route.path().substring(1).replaceAll("[^A-Za-z0-9]+", "_");
    return route.method() == Route.Method.GET
        ? path
        : route.method().name().toLowerCase(Locale.ROOT) + "_" + path;
  }

  private static ObjectNode body(Body body) {
    ObjectNode node = JSON.createObjectNode().put("required", true);
    node.putObject("content")
        .putObject("application/json")
        .<ObjectNode>set("schema", body.schema())
        .set("example", body.example());
    return node;
  }

  private static ObjectNode parameter(Parameter<?> parameter) {
    ObjectNode node = JSON.createObjectNode().put("name", parameter.name());
    node.put("in", parameter.isInPath() ? "path" : "query");
    if (parameter.isInPath()) {
      node.put("required", true);
    }
    node.put("description", parameter.description()).put("example", parameter.example());
    if (parameter.isRepeatable()) {
      node.put("style", "form").put("explode", true);
      node.putObject("schema").put("type", "array").set("items", parameter.kind().schema());
    } else {
      node.set("schema", parameter.kind().schema());
    }
    return node;
  }

  private static ObjectNode problem() {
    ObjectNode problem =
        JSON.createObjectNode().put("description", "Why it was not answered: RFC 9457");
    ObjectNode properties =
        problem
            .putObject("content")
            .putObject("application/problem+json")
            .putObject("schema")
            .put("type", "object")
            .putObject("properties");
    properties.putObject("title").put("type", "string");
    properties.putObject("status").put("type", "integer");
    properties.putObject("detail").put("type", "string");
    properties.putObject("instance").put("type", "string");
    properties.putObject("request").put("type", "string");
    properties.putObject("errors").put("type", "array").putObject("items").put("type", "object");
    return problem;
  }
}
