package io.cloudpulse.tests.kit.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * BigQuery's REST API, without Google's client.
 *
 * @param url such as {@code http://127.0.0.1:9050}
 */
record Rest(String url) {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int FIRST_ERROR = 400;

  /** The answer, whatever its status. */
  HttpResponse<byte[]> send(String method, String path, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The answer to a request that must succeed. */
  JsonNode answer(String method, String path, JsonNode body) {
    try {
      byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
      HttpResponse<byte[]> answer = send(method, "/bigquery/v2/projects/" + path, bytes);
      if (answer.statusCode() >= FIRST_ERROR) {
        throw new AssertionError(
            method + " " + path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /** Runs a statement; gives its rows. */
  JsonNode query(String project, String sql) {
    return answer(
            "POST",
            project + "/queries",
            JSON.createObjectNode().put("query", sql).put("useLegacySql", false))
        .path("rows");
  }
}
