package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Says everything that keeps an index from taking a dataset's documents, or from being read back. A
 * field that only the index has is none of it.
 */
final class MappingDifference {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MappingDifference() {}

  /**
   * Adds one sentence a difference; none if the index fits.
   *
   * @param gained fields that are known to be missing
   */
  static void between(
      String createJson, List<String> gained, JsonNode found, List<String> differences)
      throws IOException {
    if (found.path("_source").path("enabled").asText().equals("false")
        || found.path("_source").has("includes")
        || found.path("_source").has("excludes")) {
      differences.add("it does not keep the whole of _source");
    }
    JsonNode wanted = JSON.readTree(createJson).path("mappings").path("properties");
    ((ObjectNode) wanted).remove(gained);
    compareFields("", wanted, found.path("properties"), differences);
  }

  private static void compareFields(
      String prefix, JsonNode wanted, JsonNode found, List<String> differences) {
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      String name = prefix + field.getKey();
      JsonNode there = found.get(field.getKey());
      if (there == null) {
        differences.add("field %s %s is missing".formatted(name, type(field.getValue())));
      } else {
        compare(name, field.getValue(), there, differences);
      }
    }
  }

  private static void compare(
      String name, JsonNode wanted, JsonNode found, List<String> differences) {
    if (!type(wanted).equals(type(found))) {
      differences.add("field %s is %s, but must be %s".formatted(name, type(found), type(wanted)));
      return;
    }
    for (Map.Entry<String, JsonNode> setting : wanted.properties()) {
      String is = found.path(setting.getKey()).asText("not set");
      String must = setting.getValue().asText();
      boolean isScalar = setting.getValue().isValueNode();
      if (isScalar && !setting.getKey().equals("type") && !must.equals(is)) {
        differences.add(
            "%s of field %s is %s, but must be %s".formatted(setting.getKey(), name, is, must));
      }
    }
    compareFields(name + ".", wanted.path("fields"), found.path("fields"), differences);
  }

  /** Elasticsearch leaves the type of an object out. */
  private static String type(JsonNode field) {
    return field.path("type").asText("object");
  }
}
