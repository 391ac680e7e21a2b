package io.cloudpulse.tests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.pipelines.ApplicationMain;
import io.cloudpulse.pipelines.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.spark.package$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images are of the versions we build against, and hold what manifests start. */
class ImagesTest {
  private static final String SERVE = "io.cloudpulse.serving.Serve";
  private static final String SOURCE = SERVE.replace('.', '/') + ".java";

  @Test
  void theImageOfSparkIsOfTheVersionWeTest() {
    String version = package$.MODULE$.SPARK_VERSION();
    JsonNode application = Yaml.documents(Packaging.text("base/spark-pods.yaml")).get(0);

    assertThat(lines("spark", "FROM "))
        .containsExactly("FROM apache/spark:" + version + "-scala2.12-java17-ubuntu");
    assertThat(application.at("/spec/sparkVersion").asText()).isEqualTo(version);
    assertThat(application.at("/spec/mainClass").asText()).isEqualTo(Pulse.class.getName());
    assertThat(application.at("/spec/mainApplicationFile").asText())
        .isEqualTo("local:///opt/pulse/pulse.jar");
  }

  @Test
  void theImageOfFlinkIsOfTheMinorVersionWeTest() {
    String minor = EnvironmentInformation.getVersion().replaceFirst("\\.\\d+$", "");
    JsonNode deployment = Yaml.documents(Packaging.text("base/events.yaml")).get(0);

    assertThat(lines("flink", "FROM "))
        .singleElement()
        .asString()
        .matches("FROM flink:" + minor + "\\.\\d+-scala_2\\.12-java17");
    assertThat(deployment.at("/spec/flinkVersion").asText())
        .isEqualTo("v" + minor.replace('.', '_'));
    assertThat(deployment.at("/spec/job/entryClass").asText())
        .isEqualTo(ApplicationMain.class.getName());
    assertThat(deployment.at("/spec/job/jarURI").asText())
        .isEqualTo("local:///opt/flink/usrlib/pulse.jar");
  }

  @Test
  void theImageOfTheApiStartsIt() {
    JsonNode pod = Yaml.documents(Packaging.text("base/api.yaml")).get(1).at("/spec/template/spec");
    String image = Packaging.text("images/serving/Dockerfile");

    assertThat(lines("serving", "FROM ")).singleElement().asString().contains("temurin:17.");
    assertThat(lines("serving", "USER "))
        .containsExactly("USER " + pod.at("/securityContext/runAsUser").asText());
    assertThat(image)
        .contains("COPY serving/target/lib /opt/pulse/lib\n")
        .contains("COPY serving/target/serving.jar /opt/pulse/serving.jar\n")
        .contains("\"-cp\", \"/opt/pulse/lib/*:/opt/pulse/serving.jar\", \"" + SERVE + "\"]");
    assertThat(Files.exists(Packaging.PROJECT.resolve("serving/src/main/java").resolve(SOURCE)))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark", "flink"})
  void theImageHasTheJarAndTheProfile(String runner) throws IOException {
    String folder = runner.equals("spark") ? "/opt/pulse" : "/opt/flink/usrlib";
    String image = Packaging.text("images/" + runner + "/Dockerfile");

    assertThat(image)
        .contains(
            "COPY runners-config/%s/target/runner-%s-*-uber.jar %s/pulse.jar\n"
                .formatted(runner, runner, folder));
    for (String file : profile(runner)) {
      assertThat(image).contains("runners-config/" + runner + "/" + file + " ");
    }
    assertThat(image).contains(" /opt/pulse/runners-config/" + runner + "/");
  }

  /** What pulse reads of a profile where it is the cluster itself; the rest is the launcher's. */
  private static List<String> profile(String runner) throws IOException {
    Path folder = Packaging.PROJECT.resolve("runners-config").resolve(runner);
    List<String> launchers = List.of("pom.xml", "jvm.options", "rehearsal", "target", "cluster");
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> !launchers.contains(file))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark", "flink"})
  void theImageRunsAsTheUserThatManifestsName(String runner) {
    String file = runner.equals("spark") ? "base/spark-pods.yaml" : "base/events.yaml";
    JsonNode spec = Yaml.documents(Packaging.text(file)).get(0).get("spec");
    JsonNode pod = spec.at(runner.equals("spark") ? "/driver/template/spec" : "/podTemplate/spec");

    assertThat(lines(runner, "USER "))
        .containsExactly("USER " + pod.at("/securityContext/runAsUser").asText());
  }

  private static List<String> lines(String image, String start) {
    return Packaging.text("images/" + image + "/Dockerfile")
        .lines()
        .filter(line -> line.startsWith(start))
        .toList();
  }
}
