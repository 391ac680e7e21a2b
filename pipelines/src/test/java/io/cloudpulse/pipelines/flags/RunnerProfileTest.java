package io.cloudpulse.pipelines.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunnerProfileTest {
  private static final RunnerProfile PROFILE =
      new RunnerProfile("flink", List.of("--runner=FlinkRunner", "--parallelism=2"));

  @Test
  void theUsersWordHoldsAgainstTheProfiles() {
    assertThat(PROFILE.with(List.of("--parallelism=4", "--jobName=mine")))
        .containsExactly("--runner=FlinkRunner", "--parallelism=4", "--jobName=mine");
  }

  @Test
  void withoutFlagsOfTheUsersItIsTheProfile() {
    assertThat(PROFILE.with(List.of())).isEqualTo(PROFILE.options());
  }
}
