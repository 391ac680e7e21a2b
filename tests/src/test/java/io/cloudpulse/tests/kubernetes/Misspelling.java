package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A manifest with one field's name misspelt. */
record Misspelling(String field, JsonNode manifest) {
  /** Maps whose keys are the author's own, or are checked elsewhere. */
  private static final Map<String, String> FREE =
      Map.of(
          "labels", "names of one's own",
          "annotations", "names of one's own",
          "matchLabels", "labels; ManifestsTest checks that they meet our pods'",
          "stringData", "names of one's own; ManifestsTest checks that flags name them",
          "requests", "resources may have names of one's own",
          "limits", "the same",
          "selector", "labels, or matchLabels; PodRulesTest checks that they meet the API's pod",
          "sparkConf", "any text is a setting; SparkSubmitIT checks them against Spark's own");

  /** Each field of a manifest misspelt, one at a time. */
  static List<Misspelling> all(JsonNode manifest) {
    List<Misspelling> found = new ArrayList<>();
    collect(manifest, JsonPointer.empty(), manifest, found);
    return found;
  }

  private static void collect(
      JsonNode node, JsonPointer at, JsonNode manifest, List<Misspelling> found) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), at.appendIndex(i), manifest, found);
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              JsonPointer field = at.appendProperty(name);
              found.add(new Misspelling(field.toString(), misspelt(manifest, at, name)));
              if (!FREE.containsKey(name)) {
                collect(node.get(name), field, manifest, found);
              }
            });
  }

  private static JsonNode misspelt(JsonNode manifest, JsonPointer parent, String name) {
    JsonNode copy = manifest.deepCopy();
    ObjectNode object = (ObjectNode) copy.at(parent);
    object.set(name + name.charAt(name.length() - 1), object.remove(name));
    return copy;
  }
}
