package io.cloudpulse.tests.dataflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Flex Template: what is in its image, and what Google's own tool makes of its metadata. */
class FlexTemplateIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PROJECT = Path.of(System.getProperty("pulse.project"));
  private static final Path TEMPLATE = PROJECT.resolve("runners-config/dataflow/template");

  @TempDir Path folder;

  @Test
  void gcloudTakesTheMetadataAsTheyAre() throws Exception {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "gcloud"))),
        "gcloud is not on the PATH: nobody but our own tests has read metadata.json");

    JsonNode spec = JSON.readTree(build("gs://shop-bucket/pulse.json", "shop/pulse:1"));

    JsonNode ours = JSON.readTree(TEMPLATE.resolve("metadata.json").toFile());
    assertThat(spec.at("/image").asText()).isEqualTo("shop/pulse:1");
    assertThat(spec.at("/sdkInfo/language").asText()).isEqualTo("JAVA");
    assertThat(spec.at("/metadata/name")).isEqualTo(ours.get("name"));
    assertThat(spec.at("/metadata/description")).isEqualTo(ours.get("description"));
    assertThat(spec.at("/metadata/parameters")).isEqualTo(ours.get("parameters"));
  }

  /** What gcloud would write to the bucket: the JSON in what it prints. */
  private String build(String place, String image) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "gcloud",
                    "dataflow",
                    "flex-template",
                    "build",
                    place,
                    "--image=" + image,
                    "--sdk-language=JAVA",
                    "--print-only",
                    "--metadata-file=" + TEMPLATE.resolve("metadata.json")))
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("CLOUDSDK_AUTH_DISABLE_CREDENTIALS", "true");
    builder.environment().put("CLOUDSDK_CORE_PROJECT", "shop-project");
    builder.environment().put("CLOUDSDK_CONFIG", folder.toString());
    int exitCode = builder.start().onExit().join().exitValue();
    assertThat(exitCode).as(Files.readString(folder.resolve("err"))).isZero();
    String printed = Files.readString(folder.resolve("out"));
    return printed.substring(printed.indexOf('{'));
  }

  @Test
  void theImageHoldsWhatItNames() throws Exception {
    List<String> copied = new ArrayList<>();
    String main = "";
    for (String line : Files.readAllLines(TEMPLATE.resolve("Dockerfile"))) {
      List<String> words = List.of(line.split("[ =]"));
      if (line.startsWith("COPY ")) {
        copied.addAll(words.subList(1, words.size() - 1));
      } else if (line.contains("JAVA_MAIN_CLASS=")) {
        main = words.get(2);
      }
    }

    assertThat(copied)
        .contains("runners-config/dataflow/target/lib", "runners-config/dataflow/options")
        .allMatch(name -> Files.exists(PROJECT.resolve(name)));
    assertThat(Class.forName(main).getMethod("main", String[].class)).isNotNull();
  }
}
