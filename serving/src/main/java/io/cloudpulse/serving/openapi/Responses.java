package io.cloudpulse.serving.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Role;
import io.cloudpulse.serving.http.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a route may answer, the problems too. */
final class Responses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Responses() {}

  static ObjectNode of(Route route, Components components) {
    ObjectNode responses = JSON.createObjectNode();
    new TreeMap<>(route.outcomes())
        .forEach(
            (status, says) -> responses.set(status.toString(), outcome(says, route, components)));
    if (route.method() == Route.Method.GET) {
      responses.set("304", components.response("304", "The reader has it: If-None-Match said so"));
    }
    problems(route)
        .forEach((status, says) -> responses.set(status, components.problem(status, says)));
    return responses;
  }

  private static ObjectNode outcome(String says, Route route, Components components) {
    ObjectNode outcome = JSON.createObjectNode().put("description", says);
    ObjectNode content = outcome.putObject("content");
    content.putObject("application/json").set("schema", components.schema(route.answer()));
    route
        .otherTypes()
        .forEach(type -> content.putObject(type).set("schema", Kinds.schema("string")));
    return outcome;
  }

  private static Map<String, String> problems(Route route) {
    Map<String, String> problems = new LinkedHashMap<>();
    problems.put("400", "The request is wrong; each mistake is told");
    if (route.needs() != Role.ANYONE) {
      problems.put("401", "A token is needed, and there is none that is known");
    }
    if (route.needs() == Role.OPERATOR) {
      problems.put("403", "The token is a reader's");
    }
    problems.put("404", "There is no such thing, or not yet");
    if (route.body().isPresent()) {
      problems.put("409", "It would undo what is there");
      problems.put("413", "The body is too large");
      problems.put("415", "The body is no JSON");
      problems.put("422", "It can be read, but not be done");
    }
    if (!route.parameters().isEmpty()) {
      problems.put("414", "The request's path and query are too long");
    }
    problems.put("429", "Too many requests; Retry-After says when to come again");
    problems.put("503", "What it is asked of cannot be reached, or took too long");
    return problems;
  }
}
