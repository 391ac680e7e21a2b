package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The schema of a custom resource, as strict as a JSON schema can be. Kubernetes drops a field that
 * the schema does not know, and says nothing; here it is an error.
 */
final class StrictSchema {
  private static final String ANY_FIELD = "x-kubernetes-preserve-unknown-fields";

  private static final List<String> KUBERNETES =
      List.of(
          ANY_FIELD,
          "nullable",
          "x-kubernetes-int-or-string",
          "x-kubernetes-list-map-keys",
          "x-kubernetes-list-type",
          "x-kubernetes-map-type");

  private StrictSchema() {}

  /** Of one version of a custom resource definition. */
  static ObjectNode of(JsonNode version) {
    ObjectNode schema = version.at("/schema/openAPIV3Schema").deepCopy();
    ObjectNode fields = (ObjectNode) schema.get("properties");
    for (String text : new String[] {"apiVersion", "kind"}) {
      fields.putObject(text).put("type", "string");
    }
    fields.putObject("metadata").put("type", "object");
    harden(schema);
    schema.putArray("required").add("metadata").add("spec");
    return schema;
  }

  private static void harden(ObjectNode schema) {
    if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
      schema.remove("anyOf");
      schema.putArray("type").add("integer").add("string");
    } else if (schema.path("nullable").asBoolean() && schema.path("type").isTextual()) {
      ArrayNode types = schema.arrayNode().add(schema.get("type")).add("null");
      schema.set("type", types);
    }
    schema.path("properties").forEach(StrictSchema::hardenAny);
    hardenAny(schema.path("items"));
    hardenAny(schema.path("additionalProperties"));
    if (isClosed(schema)) {
      schema.put("additionalProperties", false);
    }
    schema.remove(KUBERNETES); // said in JSON schema's own words by now
  }

  private static void hardenAny(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      harden(object);
    }
  }

  /** Says which fields there are; also none at all, if it is not a map and not left open. */
  private static boolean isClosed(ObjectNode schema) {
    return schema.has("properties")
        && !schema.has("additionalProperties")
        && !schema.path(ANY_FIELD).asBoolean();
  }
}
