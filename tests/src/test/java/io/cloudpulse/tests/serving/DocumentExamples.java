package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks what the document gives as examples: each page as it is, then with one example at a time.
 */
final class DocumentExamples {
  private final SportsPlatform platform;
  private final JsonNode document;

  DocumentExamples(SportsPlatform platform) {
    this.platform = platform;
    this.document = platform.api().json("/api/openapi.json");
  }

  /**
   * Asks all of a method, and tells status, method and path of each.
   *
   * @param allowed the statuses that an answer may have
   */
  List<String> ask(String method, Integer... allowed) {
    List<String> told = new ArrayList<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            page -> {
              JsonNode operation = page.getValue().path(method);
              if (!operation.isMissingNode()) {
                queries(operation)
                    .forEach(
                        query ->
                            told.add(
                                answered(
                                    method,
                                    path(page.getKey(), operation) + query,
                                    operation,
                                    allowed)));
              }
            });
    return told;
  }

  private List<JsonNode> parameters(JsonNode operation, String place) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode one : operation.path("parameters")) {
      JsonNode parameter =
          one.has("$ref") ? document.at(one.path("$ref").asText().substring(1)) : one;
      if (parameter.path("in").asText().equals(place)) {
        all.add(parameter);
      }
    }
    return all;
  }

  private String path(String page, JsonNode operation) {
    String filled = page;
    for (JsonNode parameter : parameters(operation, "path")) {
      filled = filled.replace("{" + parameter.path("name").asText() + "}", example(parameter));
    }
    return filled;
  }

  private List<String> queries(JsonNode operation) {
    List<String> always = new ArrayList<>();
    List<String> each = new ArrayList<>(List.of(""));
    for (JsonNode parameter : parameters(operation, "query")) {
      (parameter.path("required").asBoolean() ? always : each)
          .add(parameter.path("name").asText() + "=" + example(parameter));
    }
    return each.stream()
        .map(
            one ->
                Stream.concat(always.stream(), Stream.of(one))
                    .filter(said -> !said.isEmpty())
                    .collect(Collectors.joining("&", "?", "")))
        .map(query -> query.equals("?") ? "" : query)
        .toList();
  }

  private static String example(JsonNode parameter) {
    return URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8);
  }

  private String answered(String method, String path, JsonNode operation, Integer... allowed) {
    String body = operation.at("/requestBody/content/application~1json/example").toString();
    HttpResponse<String> answer =
        method.equals("get")
            ? platform.api().get(path)
            : platform.write(method.toUpperCase(Locale.ROOT), path, body);
    String said = "%d %s %s".formatted(answer.statusCode(), method, path);
    assertThat(answer.statusCode()).as(said + ": " + answer.body()).isIn((Object[]) allowed);
    if (answer.statusCode() == 404) {
      assertThat(ServingProcess.parsed(answer).path("title").asText())
          .as(said)
          .matches("There (are no rows yet|is no such .*)");
    }
    return said;
  }
}
