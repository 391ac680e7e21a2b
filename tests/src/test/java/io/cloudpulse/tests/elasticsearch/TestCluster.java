package io.cloudpulse.tests.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** The node the tests run against, and a look into it that owes nothing to the sink. */
public final class TestCluster {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Indices node;

  private TestCluster() {}

  static void use(Indices indices) {
    node = indices;
  }

  public static ElasticsearchAddress address() {
    return ElasticsearchAddress.parse(node.address());
  }

  /** The answer, whatever its status. */
  public static HttpResponse<String> ask(String method, String path, String json) {
    return node.ask(method, path, json);
  }

  /** The answer to a request that must succeed. */
  public static JsonNode answer(String method, String path, String json) {
    HttpResponse<String> response = ask(method, path, json);
    if (response.statusCode() >= 300) {
      throw new AssertionError(method + " " + path + ": " + response.body());
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /** Deletes the index of a dataset and its companion, where they are. */
  static void drop(String index) {
    for (String name : new String[] {index, index + "-deleted"}) {
      HttpResponse<String> unused = ask("DELETE", "/" + name, "");
    }
  }
}
