package io.cloudpulse.pipelines.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON so that equal means equal to jsonb: members in one order, the last of equal names
 * alone, numbers by value.
 */
final class NormalJson {
  private static final JsonMapper JSON = mapper();

  private NormalJson() {}

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(10_000)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .build());
    return mapper;
  }

  /** A text that is no JSON stands for itself. */
  static String of(String json) {
    try {
      return JSON.writeValueAsString(normal(JSON.readTree(json)));
    } catch (JsonProcessingException noJson) {
      return json;
    }
  }

  private static JsonNode normal(JsonNode node) {
    if (node.isObject()) {
      ObjectNode sorted = JSON.createObjectNode();
      Map<String, JsonNode> members = new TreeMap<>();
      node.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
      members.forEach((name, value) -> sorted.set(name, normal(value)));
      return sorted;
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(element -> array.add(normal(element)));
      return array;
    }
    return node.isNumber() ? DecimalNode.valueOf(node.decimalValue().stripTrailingZeros()) : node;
  }
}
