package io.cloudpulse.serving.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What several pages have in common: said once, and referred to. */
final class Components {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode node = JSON.createObjectNode();
  private final Map<ObjectNode, String> names = new HashMap<>();
  private final Map<ObjectNode, Long> parameters;

  Components(List<Route> routes) {
    parameters =
        routes.stream()
            .flatMap(route -> route.parameters().stream())
            .collect(Collectors.groupingBy(Components::written, Collectors.counting()));
  }

  ObjectNode node() {
    return node;
  }

  ObjectNode parameter(Parameter<?> parameter) {
    ObjectNode written = written(parameter);
    boolean isCommon = parameters.get(written) > 1;
    return isCommon ? refer("parameters", parameter.name(), written) : written;
  }

  /** A schema that stands for itself where it is shorter than to be referred to. */
  ObjectNode schema(ObjectNode schema) {
    return schema.has("title") ? refer("schemas", schema.get("title").asText(), schema) : schema;
  }

  ObjectNode response(String status, String says) {
    return refer("responses", status, JSON.createObjectNode().put("description", says));
  }

  ObjectNode problem(String status, String says) {
    ObjectNode response = JSON.createObjectNode().put("description", says);
    response
        .putObject("content")
        .putObject("application/problem+json")
        .set("schema", refer("schemas", "Problem", problem()));
    return refer("responses", status, response);
  }

  /** What is said already is not said again. */
  private ObjectNode refer(String kind, String name, ObjectNode said) {
    String known = names.computeIfAbsent(said, one -> add(kind, name, one));
    return JSON.createObjectNode().put("$ref", known);
  }

  /** Two of one name that are not the same are told apart by a number. */
  private String add(String kind, String name, ObjectNode said) {
    ObjectNode all = node.withObject("/" + kind);
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String free = plain;
    for (int i = 2; all.has(free); i++) {
      free = plain + "-" + i;
    }
    all.set(free, said);
    return "#/components/" + kind + "/" + free;
  }

  private static ObjectNode written(Parameter<?> parameter) {
    ObjectNode written = JSON.createObjectNode().put("name", parameter.name());
    written.put("in", parameter.place().name().toLowerCase(Locale.ROOT));
    if (parameter.isRequired()) {
      written.put("required", true);
    }
    written.put("description", parameter.description()).put("example", parameter.example());
    if (parameter.isRepeatable()) {
      ObjectNode list = Kinds.schema("array");
      list.set("items", parameter.kind().schema());
      written.set("schema", list);
    } else {
      written.set("schema", parameter.kind().schema());
    }
    return written;
  }

  private static ObjectNode problem() {
    ObjectNode problem = Kinds.schema("object");
    ObjectNode properties = problem.putObject("properties");
    properties.set("title", Kinds.schema("string"));
    properties.set("status", Kinds.schema("integer"));
    properties.set("detail", Kinds.schema("string"));
    properties.set("instance", Kinds.schema("string"));
    properties.set("request", Kinds.schema("string"));
    ObjectNode errors = Kinds.schema("array");
    errors.set("items", Kinds.schema("object"));
    properties.set("errors", errors);
    problem
        .putArray("required")
        .add("title")
        .add("status")
        .add("detail")
        .add("instance")
        .add("request");
    return problem;
  }
}
