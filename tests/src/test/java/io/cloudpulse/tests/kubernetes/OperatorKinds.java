package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What the operators' own definitions say of their kinds. */
final class OperatorKinds {
  private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V7);
  private static final List<String> SPARK =
      List.of("sparkapplications.yaml.gz", "scheduledsparkapplications.yaml.gz");

  private final Map<String, JsonSchema> kinds = new HashMap<>();

  OperatorKinds() {
    define(text("/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml"));
    SPARK.forEach(file -> define(unpacked("/kubernetes/spark-operator-2.4.0/" + file)));
  }

  private void define(String definition) {
    JsonNode spec = Yaml.documents(definition).get(0).get("spec");
    for (JsonNode version : spec.get("versions")) {
      String apiVersion = spec.get("group").asText() + "/" + version.get("name").asText();
      String kind = spec.at("/names/kind").asText();
      kinds.put(apiVersion + " " + kind, SCHEMAS.getSchema(StrictSchema.of(version)));
    }
  }

  boolean knows(String kind) {
    return kinds.containsKey(kind);
  }

  /** Everything that is wrong with a manifest, but for what only Kubernetes itself defines. */
  List<String> problems(String kind, JsonNode manifest) {
    return kinds.get(kind).validate(manifest).stream().map(ValidationMessage::getMessage).toList();
  }

  private static String text(String resource) {
    try (InputStream in = OperatorKinds.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String unpacked(String resource) {
    try (InputStream in = new GZIPInputStream(OperatorKinds.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
