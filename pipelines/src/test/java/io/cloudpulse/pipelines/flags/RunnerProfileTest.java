package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerProfileTest {
  private static final RunnerProfile PROFILE =
      new RunnerProfile("flink", List.of("--runner=FlinkRunner", "--parallelism=2"));

  @Test
  void theUsersWordHoldsAgainstTheProfiles() {
    assertThat(PROFILE.with(List.of("--parallelism=4", "--jobName=mine")))
        .containsExactly("--runner=FlinkRunner", "--parallelism=4", "--jobName=mine");
  }

  /** Else one experiment more would turn Runner v2 off. */
  @Test
  void theUsersListsAddToTheProfiles() {
    assertThat(
            new RunnerProfile("dataflow", List.of("--experiments=use_runner_v2", "--a=1"))
                .with(List.of("--experiments=mine", "--a=2")))
        .containsExactly("--experiments=use_runner_v2", "--experiments=mine", "--a=2");
  }

  @Test
  void whatARunnerSaysOfWindowsHoldsAgainstWhatItSaysOfStreams(@TempDir Path folder)
      throws Exception {
    Files.createDirectories(folder.resolve("flink"));
    Files.writeString(
        folder.resolve("flink/windows"), "# why\n--parallelism=1\n--fasterCopy=false\n");
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
    try {
      assertThat(PROFILE.withWindows().options())
          .containsExactly("--runner=FlinkRunner", "--parallelism=1", "--fasterCopy=false");
      assertThat(new RunnerProfile("direct", List.of()).withWindows().options()).isEmpty();
    } finally {
      System.clearProperty(RunnerProfile.FOLDER);
    }
  }

  @Test
  void whatARunnerSaysOfAWatchedFolderHoldsAgainstWhatItSaysOfStreams(@TempDir Path folder)
      throws Exception {
    Files.createDirectories(folder.resolve("flink"));
    Files.writeString(folder.resolve("flink/streaming"), "--parallelism=1\n");
    Files.writeString(folder.resolve("flink/watching"), "--parallelism=3\n");
    System.setProperty(RunnerProfile.FOLDER, folder.toString());
    try {
      assertThat(PROFILE.withStream().options())
          .containsExactly("--runner=FlinkRunner", "--parallelism=1");
      assertThat(PROFILE.withStream().watching().options())
          .containsExactly("--runner=FlinkRunner", "--parallelism=3");
    } finally {
      System.clearProperty(RunnerProfile.FOLDER);
    }
  }

  @Test
  void withoutFlagsOfTheUsersItIsTheProfile() {
    assertThat(PROFILE.with(List.of())).isEqualTo(PROFILE.options());
  }
}
