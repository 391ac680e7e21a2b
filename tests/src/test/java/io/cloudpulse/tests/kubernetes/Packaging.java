package io.cloudpulse.tests.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is in {@code runners-config/kubernetes}, as a cluster would be given it. */
final class Packaging {
  static final Path PROJECT = Path.of(System.getProperty("pulse.project", ".."));
  static final Path FOLDER = PROJECT.resolve("runners-config/kubernetes");

  private static final Map<String, String> RENDERED = new ConcurrentHashMap<>();

  private Packaging() {}

  static List<String> overlays() {
    return List.of("dev", "prod");
  }

  /** True where there is a program that renders overlays. */
  static boolean canRender() {
    return renderer().isPresent();
  }

  /** The manifests of an overlay, the test's own: what {@code kubectl apply -k} would send. */
  static List<JsonNode> overlay(String name) {
    return Yaml.documents(RENDERED.computeIfAbsent(name, Packaging::render));
  }

  private static String render(String overlay) {
    String[] command =
        Stream.concat(
                renderer().orElseThrow().stream(),
                Stream.of(FOLDER.resolve("overlays").resolve(overlay).toString()))
            .toArray(String[]::new);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.onExit().join().exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
      return text;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One of an overlay's manifests. */
  static JsonNode manifest(String overlay, String kind, String name) {
    return overlay(overlay).stream()
        .filter(manifest -> manifest.path("kind").asText().equals(kind))
        .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Optional<List<String>> renderer() {
    return Stream.of(List.of("kustomize", "build"), List.of("kubectl", "kustomize"))
        .filter(command -> isOnPath(command.get(0)))
        .findFirst();
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
