package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A manifest that runs {@code pulse}: its arguments, and where its pods find secrets. */
record Job(String name, List<String> args, List<String> secretFolders) {
  /** Those of an overlay. */
  static List<Job> of(String overlay) {
    return Packaging.overlay(overlay).stream().flatMap(Job::of).toList();
  }

  private static Stream<Job> of(JsonNode manifest) {
    String name = manifest.at("/metadata/name").asText();
    return switch (manifest.get("kind").asText()) {
      case "SparkApplication" -> Stream.of(spark(name, manifest.get("spec")));
      case "ScheduledSparkApplication" -> Stream.of(spark(name, manifest.at("/spec/template")));
      case "FlinkDeployment" -> Stream.of(flink(name, manifest.get("spec")));
      default -> Stream.empty();
    };
  }

  private static Job spark(String name, JsonNode spec) {
    List<String> driver = texts(spec.at("/driver/secrets"), "path");
    driver.retainAll(texts(spec.at("/executor/secrets"), "path"));
    return new Job(name, texts(spec.get("arguments"), ""), driver);
  }

  private static Job flink(String name, JsonNode spec) {
    JsonNode pod = spec.at("/podTemplate/spec");
    List<String> secrets = new ArrayList<>();
    pod.get("volumes").forEach(volume -> addIfSecret(volume, secrets));
    List<String> folders = new ArrayList<>();
    pod.at("/containers/0/volumeMounts")
        .forEach(
            mount -> {
              if (secrets.contains(mount.get("name").asText())) {
                folders.add(mount.get("mountPath").asText());
              }
            });
    return new Job(name, texts(spec.at("/job/args"), ""), folders);
  }

  private static void addIfSecret(JsonNode volume, List<String> names) {
    if (volume.has("secret")) {
      names.add(volume.get("name").asText());
    }
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(field.isEmpty() ? item.asText() : item.path(field).asText()));
    return texts;
  }

  /** What a flag was given; empty if it was not. */
  String value(String flag) {
    return args.stream()
        .filter(arg -> arg.startsWith("--" + flag + "="))
        .map(arg -> arg.substring(flag.length() + 3))
        .findFirst()
        .orElse("");
  }
}
