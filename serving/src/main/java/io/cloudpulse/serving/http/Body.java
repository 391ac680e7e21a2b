package io.cloudpulse.serving.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a request brings along: a JSON object of known fields.
 *
 * @param properties the fields
 * @param example one that is allowed
 */
public record Body(List<Property> properties, ObjectNode example) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(new JsonNodeFactory(true))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  public Body {
    properties = List.copyOf(properties);
  }

  /** One whose example has all fields. */
  public static Body of(Property... properties) {
    ObjectNode example = JSON.createObjectNode();
    List.of(properties).forEach(property -> example.set(property.name(), property.example()));
    return new Body(List.of(properties), example);
  }

  /**
   * Reads it.
   *
   * @param mistakes gains every mistake in its fields
   * @return the fields that say something; null is nothing
   * @throws Problem if it is no JSON object
   */
  ObjectNode read(byte[] bytes, List<Mistake> mistakes) {
    ObjectNode read = parsed(bytes);
    ObjectNode checked = JSON.createObjectNode();
    Map<String, Property> known =
        properties.stream().collect(Collectors.toMap(Property::name, Function.identity()));
    read.fields()
        .forEachRemaining(field -> take(field, known.get(field.getKey()), checked, mistakes));
    for (Property property : properties) {
      if (property.isRequired() && !read.has(property.name())) {
        mistakes.add(mistake(property, "nothing"));
      }
    }
    return checked;
  }

  private void take(
      Map.Entry<String, JsonNode> field,
      Property property,
      ObjectNode checked,
      List<Mistake> mistakes) {
    JsonNode value = field.getValue();
    if (property == null) {
      String names = properties.stream().map(Property::name).collect(Collectors.joining(", "));
      mistakes.add(
          Mistake.inBody(
              Mistake.shortened(field.getKey()),
              value.toString(),
              "no field: there are " + names,
              properties.get(0).name()));
    } else if (!value.isNull() || property.isRequired()) {
      try {
        checked.set(property.name(), property.read(value));
      } catch (IllegalArgumentException wrong) {
        mistakes.add(mistake(property, value.toString()));
      }
    }
  }

  private static Mistake mistake(Property property, String given) {
    String allowed = property.kind().allowed();
    return Mistake.inBody(property.name(), given, allowed, property.example().toString());
  }

  private ObjectNode parsed(byte[] bytes) {
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

  /** What it must be, as a JSON schema. */
  public ObjectNode schema() {
    ObjectNode schema = Kinds.schema("object").put("additionalProperties", false);
    ObjectNode fields = schema.putObject("properties");
    ArrayNode required = JSON.createArrayNode();
    for (Property property : properties) {
      fields.set(property.name(), property.schema());
      if (property.isRequired()) {
        required.add(property.name());
      }
    }
    return required.isEmpty() ? schema : schema.set("required", required);
  }
}
