package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML as JSON, which is how Kubernetes takes it. */
final class Yaml {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private Yaml() {}

  /** Each document of a text. */
  static List<JsonNode> documents(String text) {
    List<JsonNode> documents = new ArrayList<>();
    new Load(SETTINGS)
        .loadAllFromString(text)
        .forEach(document -> documents.add(JSON.valueToTree(document)));
    return documents;
  }
}
