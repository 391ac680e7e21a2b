package io.cloudpulse.serving.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;

/**
 * A field of a body.
 *
 * @param kind what its value may be; its schema says as which JSON
 * @param example a value that is allowed
 * @param isRequired whether a body without it is refused; else it may also be null
 */
public record Property(
    String name, String description, Kind<?> kind, JsonNode example, boolean isRequired) {
  /**
   * Reads a value; a whole number is written as one, however it was said.
   *
   * @throws IllegalArgumentException if it is none of this kind
   */
  JsonNode read(JsonNode value) {
    if (!isOfType(value)) {
      throw new IllegalArgumentException(value.getNodeType().toString());
    }
    Object unused = kind.parse(text(value));
    return type().equals("integer") ? BigIntegerNode.valueOf(whole(value)) : value;
  }

  private boolean isOfType(JsonNode value) {
    return switch (type()) {
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isNumber() && isWhole(value);
      case "number" -> value.isNumber();
      default -> throw new IllegalStateException(name + " is of no known type: " + type());
    };
  }

  private String type() {
    return kind.schema().path("type").asText();
  }

  /** To JSON schema, 1.0 is whole. An exponent may make a short text a number of many digits. */
  private static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber()
        || (value.decimalValue().precision() - value.decimalValue().scale() < 100
            && value.decimalValue().stripTrailingZeros().scale() <= 0);
  }

  private String text(JsonNode value) {
    return type().equals("integer") ? whole(value).toString() : value.asText();
  }

  private static BigInteger whole(JsonNode value) {
    return value.decimalValue().toBigIntegerExact();
  }

  /** As a JSON schema; what may be left out may be null. */
  ObjectNode schema() {
    ObjectNode schema = kind.schema().deepCopy();
    if (!isRequired) {
      String type = type();
      schema.putArray("type").add(type).add("null");
      if (schema.get("enum") instanceof com.fasterxml.jackson.databind.node.ArrayNode words) {
        words.addNull();
      }
    }
    return description.isEmpty() ? schema : schema.put("description", description);
  }
}
