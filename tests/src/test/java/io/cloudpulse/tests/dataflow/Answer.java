package io.cloudpulse.tests.dataflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import java.util.Map;

/** What a stand-in answers. */
record Answer(int status, String type, ByteString body, Map<String, String> headers) {
  static Answer json(JsonNode json) {
    return json(200, json.toString());
  }

  static Answer error(int status, String message) {
    return json(
        status,
        "{\"error\":{\"code\":%d,\"message\":\"%s\",\"errors\":[{\"reason\":\"notFound\"}]}}"
            .formatted(status, message));
  }

  private static Answer json(int status, String text) {
    return new Answer(status, "application/json", ByteString.copyFromUtf8(text), Map.of());
  }
}
