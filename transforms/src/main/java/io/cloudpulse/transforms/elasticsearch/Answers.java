package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.elasticsearch.client.Response;

/** Reads what Elasticsearch answers. */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  static JsonNode tree(Response response) throws IOException {
    try (InputStream body = response.getEntity().getContent()) {
      return JSON.readTree(body);
    }
  }

  /** An answer of failure; its body may be a proxy's, and so be anything. */
  static BulkItem error(Response response) {
    int status = response.getStatusLine().getStatusCode();
    try {
      JsonNode error = tree(response).path("error");
      return item(status, error);
    } catch (IOException | RuntimeException unreadable) {
      return new BulkItem(status, "", response.getStatusLine().getReasonPhrase());
    }
  }

  /** One item for each operation of a bulk request, in their order. */
  static BulkItem[] items(Response response, int count) throws IOException {
    BulkItem[] items = new BulkItem[count];
    int read = 0;
    try (JsonParser json = JSON.createParser(response.getEntity().getContent())) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.getCurrentName().equals("items")) {
          read = readItems(json, items);
        }
      }
    }
    if (read != count) {
      throw new IOException("%d operations were sent, %d answered".formatted(count, read));
    }
    return items;
  }

  /** Each is an object named after its operation within an object. */
  private static int readItems(JsonParser json, BulkItem[] items) throws IOException {
    int read = 0;
    json.nextToken();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      json.nextToken();
      json.nextToken();
      items[read++] = readItem(json);
      json.nextToken();
    }
    return read;
  }

  private static BulkItem readItem(JsonParser json) throws IOException {
    int status = 0;
    JsonNode error = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.getCurrentName();
      json.nextToken();
      if (name.equals("status")) {
        status = json.getIntValue();
      } else if (name.equals("error")) {
        error = json.readValueAsTree();
      } else {
        json.skipChildren();
      }
    }
    return error == null ? BulkItem.of(status) : item(status, error);
  }

  private static BulkItem item(int status, JsonNode error) {
    if (!error.isObject()) {
      return new BulkItem(status, "", error.asText());
    }
    String cause = error.path("caused_by").path("reason").asText();
    String reason = error.path("reason").asText();
    boolean says = !cause.isEmpty() && !reason.contains(cause);
    return new BulkItem(
        status, error.path("type").asText(), says ? reason + " (" + cause + ")" : reason);
  }
}
