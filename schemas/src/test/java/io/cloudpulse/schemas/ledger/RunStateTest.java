package io.cloudpulse.schemas.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunStateTest {
  @ParameterizedTest
  @CsvSource({
    "running, 15000, flink, running",
    "running, 15001, flink, lost",
    "running, 15001, dataflow, submitted",
    "running, 0, dataflow, running",
    "stopped, 999999, flink, stopped",
    "done, 0, dataflow, done"
  })
  void saysWhatTheRowCannot(String kept, long silentMillis, String runner, String state) {
    Optional<Duration> silent = Optional.of(Duration.ofMillis(silentMillis));

    assertThat(RunState.of(kept, silent, runner, RunState.PATIENCE)).isEqualTo(state);
  }

  @Test
  void losesARunThatNeverGaveASign() {
    assertThat(RunState.of("running", Optional.empty(), "spark", RunState.PATIENCE))
        .isEqualTo("lost");
  }
}
