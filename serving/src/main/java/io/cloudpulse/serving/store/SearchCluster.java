package io.cloudpulse.serving.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** An Elasticsearch that is only ever searched. */
public final class SearchCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /** Every digit of a decimal is kept. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final RestClient client;

  private SearchCluster(RestClient client) {
    this.client = client;
  }

  /**
   * A cluster; nothing is asked of it yet.
   *
   * @param address such as {@code http://127.0.0.1:9200}
   * @throws IllegalArgumentException if it is no such address
   */
  public static SearchCluster at(String address) {
    int millis = (int) PATIENCE.toMillis();
    return new SearchCluster(
        RestClient.builder(HttpHost.create(address))
            .setRequestConfigCallback(
                config -> config.setConnectTimeout(millis).setSocketTimeout(millis))
            .build());
  }

  /**
   * Searches some indices; those that are not there hold nothing.
   *
   * @throws Problem if it cannot be asked, or takes too long
   */
  public JsonNode search(Iterable<String> indices, ObjectNode body) {
    Request request = new Request("POST", "/" + String.join(",", indices) + "/_search");
    request.addParameter("ignore_unavailable", "true");
    request.setJsonEntity(body.toString());
    try {
      return read(client.performRequest(request));
    } catch (ResponseException answered) {
      throw why(answered);
    } catch (IOException lost) {
      throw Problem.of(503, "The search cannot be reached", "Try again in some seconds.");
    }
  }

  private static RuntimeException why(ResponseException answered) {
    int status = answered.getResponse().getStatusLine().getStatusCode();
    return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR
        ? Problem.of(503, "The search is not well", "Try again in some seconds.")
        : new UncheckedIOException(answered);
  }

  private static JsonNode read(Response response) throws IOException {
    try (InputStream body = response.getEntity().getContent()) {
      return JSON.readTree(body);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
