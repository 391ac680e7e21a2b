package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkClusterTest {
  private static final String JAR =
      "the jar that the cluster runs (mvn -B package -Puber -pl runners-config/flink -am)."
          + " For example:"
          + " --filesToStage=runners-config/flink/target/runner-flink-0.1.0-SNAPSHOT-uber.jar";
  private static final String FOLDER =
      "a folder that each machine of the cluster reaches, for checkpoints";

  @Test
  void tellsWhatAStreamOnAClusterLacks() {
    assertThat(problems(true, "--flinkMaster=flink:8081"))
        .containsExactly(
            "--filesToStage is missing: " + JAR,
            "--stateBackendStoragePath is missing: "
                + FOLDER
                + ". For example: --stateBackendStoragePath=s3://my-bucket/checkpoints");
  }

  @Test
  void tellsWhatIsNoJarAndNoAddress() {
    assertThat(
            problems(
                true,
                "--flinkMaster=flink:8081",
                "--filesToStage=none.jar",
                "--stateBackendStoragePath=/var/flink"))
        .containsExactly(
            "--filesToStage was \"none.jar\", but must be " + JAR,
            "--stateBackendStoragePath was \"/var/flink\", but must be "
                + FOLDER
                + ", as an address. For example:"
                + " --stateBackendStoragePath=s3://my-bucket/checkpoints");
  }

  @Test
  void takesABatchWithItsJar(@TempDir Path folder) throws Exception {
    Path jar = Files.createFile(folder.resolve("a.jar"));

    assertThat(problems(false, "--flinkMaster=flink:8081", "--filesToStage=" + jar)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--flinkMaster=[local]", "--parallelism=2"})
  void asksNothingOfThisProcess(String flag) {
    assertThat(problems(true, flag)).isEmpty();
    assertThat(FlinkCluster.of(List.of(flag))).isEmpty();
  }

  @Test
  void theUsersMasterComesAfterTheProfiles() {
    assertThat(FlinkCluster.of(List.of("--flinkMaster=[local]", "--flinkMaster=flink:8081")))
        .contains("flink:8081");
  }

  @Test
  void isNoPlaceToVerify() {
    Problems problems = new Problems();
    FlinkCluster.refuse(flags("--flinkMaster=flink:8081"), problems);

    assertThat(problems.all())
        .containsExactly(
            "--flinkMaster was \"flink:8081\", but must be [local], for this runs here."
                + " For example: --flinkMaster=[local]");
  }

  /** A cluster's flags come over a batch's, and a stream's over both. */
  @Test
  void aClusterHasAProfile(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("flink"));
    Files.writeString(folder.resolve("flink/options"), "--a=options\n--b=options\n--c=options\n");
    Files.writeString(folder.resolve("flink/cluster"), "--b=cluster\n--c=cluster\n");
    Files.writeString(folder.resolve("flink/streaming"), "--c=streaming\n");
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
    try {
      assertThat(RunnerProfile.named("flink").onCluster().withStream().options())
          .containsExactly("--a=options", "--b=cluster", "--c=streaming");
    } finally {
      System.clearProperty(RunnerProfile.FOLDER);
    }
  }

  private static List<String> problems(boolean streaming, String... others) {
    Problems problems = new Problems();
    FlinkCluster.check(flags(others), streaming, problems);
    return problems.all();
  }

  private static MoveFlags flags(String... others) {
    MoveFlags flags = new MoveFlags();
    flags.runner = "flink";
    flags.others(List.of(others));
    return flags;
  }
}
