package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;

/** Whether a cluster with both operators would take a manifest as it is meant. */
final class Verdict {
  /** Where Spark's operator leaves a pod template to Kubernetes. */
  private static final List<String> TEMPLATES =
      List.of(
          "/spec/driver/template",
          "/spec/executor/template",
          "/spec/template/driver/template",
          "/spec/template/executor/template");

  private final OperatorKinds operators = new OperatorKinds();

  /** Everything that is wrong with it. */
  List<String> problems(JsonNode manifest) {
    String kind = manifest.path("apiVersion").asText() + " " + manifest.path("kind").asText();
    if (CoreKinds.knows(kind)) {
      return CoreKinds.problems(kind, manifest);
    }
    if (!operators.knows(kind)) {
      return List.of("nobody knows " + kind);
    }
    List<String> problems = new ArrayList<>(operators.problems(kind, manifest));
    problems.addAll(CoreKinds.problems(ObjectMeta.class, manifest.path("metadata")));
    for (String template : TEMPLATES) {
      JsonNode pod = manifest.at(template);
      if (pod.isObject() && kind.startsWith("sparkoperator")) {
        problems.addAll(CoreKinds.problems(PodTemplateSpec.class, pod));
      }
    }
    JsonNode settings = manifest.at("/spec/flinkConfiguration");
    settings.fieldNames().forEachRemaining(key -> problems.addAll(FlinkKeys.problems(key)));
    return problems;
  }
}
