package io.cloudpulse.serving.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * What a request brings along: a JSON object.
 *
 * @param schema what it must be, as a JSON schema
 * @param example one that is allowed
 */
public record Body(ObjectNode schema, ObjectNode example) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /**
   * Reads it; its fields are not checked.
   *
   * @throws Problem if it is no JSON object
   */
  ObjectNode read(byte[] bytes) {
    try {
      JsonNode read = JSON.readTree(bytes);
      if (read instanceof ObjectNode object) {
        return object;
      }
      throw wrong("It is no JSON object");
    } catch (JsonProcessingException failure) {
      throw wrong("It is no JSON: " + failure.getOriginalMessage());
    } catch (IOException failure) {
      throw wrong("It cannot be read as text");
    }
  }

  private Problem wrong(String what) {
    return Problem.of(400, "The body is wrong", what + ". Like this it is right: " + example);
  }
}
