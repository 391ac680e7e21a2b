package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The arguments of {@code spark-submit} that Spark's operator makes of a SparkApplication, by its
 * source (2.4.0, {@code submission.go}): of the fields that ours have, and of no others.
 */
final class SubmitArguments {
  private static final String SETTING = "spark.kubernetes.";

  /** Said otherwise, or of what the operator does itself. */
  private static final Set<String> ELSEWHERE =
      Set.of("type", "mode", "sparkVersion", "restartPolicy", "timeToLiveSeconds");

  private final List<String> args = new ArrayList<>();
  private final Path folder;

  private SubmitArguments(Path folder) {
    this.folder = folder;
  }

  /** Pod templates are written to a folder, as the operator does. */
  static List<String> of(JsonNode application, String master, Path folder) throws IOException {
    SubmitArguments made = new SubmitArguments(folder);
    JsonNode spec = application.get("spec");
    made.args.addAll(List.of("--master", master, "--deploy-mode", "cluster"));
    made.args.addAll(List.of("--class", spec.get("mainClass").asText()));
    made.args.addAll(List.of("--name", application.at("/metadata/name").asText()));
    made.set(SETTING + "namespace", application.at("/metadata/namespace").asText());
    made.set(SETTING + "submission.waitAppCompletion", "false");
    made.application(spec);
    made.args.add(spec.get("mainApplicationFile").asText());
    spec.get("arguments").forEach(argument -> made.args.add(argument.asText()));
    return made.args;
  }

  private void application(JsonNode spec) throws IOException {
    for (var field : spec.properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "image" -> set(SETTING + "container.image", value.asText());
        case "imagePullPolicy" -> set(SETTING + "container.image.pullPolicy", value.asText());
        case "sparkConf" -> value.properties().forEach(e -> set(e.getKey(), e.getValue().asText()));
        case "driver", "executor" -> pod(field.getKey(), value);
        case "mainClass", "mainApplicationFile", "arguments" -> {}
        default -> assertElsewhere(field.getKey());
      }
    }
  }

  private void pod(String role, JsonNode spec) throws IOException {
    for (var field : spec.properties()) {
      JsonNode value = field.getValue();
      String kubernetes = SETTING + role + ".";
      switch (field.getKey()) {
        case "cores" -> set("spark." + role + ".cores", value.asText());
        case "memory" -> set("spark." + role + ".memory", value.asText());
        case "instances" -> set("spark.executor.instances", value.asText());
        case "coreLimit" -> set(kubernetes + "limit.cores", value.asText());
        case "serviceAccount" ->
            set(SETTING + "authenticate." + role + ".serviceAccountName", value.asText());
        case "labels" -> each(kubernetes + "label.", value);
        case "annotations" -> each(kubernetes + "annotation.", value);
        case "secrets" ->
            value.forEach(
                secret ->
                    set(
                        kubernetes + "secrets." + secret.get("name").asText(),
                        secret.get("path").asText()));
        case "template" -> template(role, value);
        default -> assertElsewhere(field.getKey());
      }
    }
  }

  private void template(String role, JsonNode pod) throws IOException {
    Path file = folder.resolve(role + "-pod-template.yaml"); // JSON is YAML
    Files.writeString(file, new ObjectMapper().writeValueAsString(pod));
    set(SETTING + role + ".podTemplateFile", file.toString());
    set(SETTING + role + ".podTemplateContainerName", "spark-kubernetes-" + role);
  }

  private void each(String prefix, JsonNode map) {
    map.properties().forEach(entry -> set(prefix + entry.getKey(), entry.getValue().asText()));
  }

  private void set(String name, String value) {
    args.add("--conf");
    args.add(name + "=" + value);
  }

  private static void assertElsewhere(String field) {
    if (!ELSEWHERE.contains(field)) {
      throw new IllegalArgumentException("what the operator makes of " + field + " is not known");
    }
  }
}
