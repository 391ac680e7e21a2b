package io.cloudpulse.pipelines.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark", "dataflow"})
  void everyRunnerSpeaksOfEverything(String runner) {
    Capabilities read = shipped(runner);

    assertThat(read.runner()).isEqualTo(runner);
    for (Capability capability : Capability.values()) {
      for (Mode mode : Mode.values()) {
        Claim claim = read.claim(capability, mode);
        assertThat(claim.reason().isEmpty())
            .as("%s %s has a reason", capability, mode)
            .isEqualTo(claim.level() == Level.OK);
        assertThat(claim.advice().isEmpty()).isEqualTo(claim.level() == Level.OK);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink", "spark", "dataflow"})
  void everyProofOfOursIsThere(String runner) {
    Capabilities read = shipped(runner);

    read.claims().values().stream()
        .flatMap(claims -> claims.values().stream())
        .flatMap(claim -> claim.sources().stream())
        .distinct()
        .filter(source -> !source.startsWith("https://"))
        .forEach(source -> assertThat(file(source)).as(source).exists());
  }

  @Test
  void noClaimOfDataflowPretendsToBeTested() {
    assertThat(shipped("dataflow").claims().values())
        .allSatisfy(claims -> assertThat(claims.values()).noneMatch(Claim::isTested));
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    String yaml =
        """
        runner: x
        level: fine
        reason: here
        streams: native
        because: it does
        colour: red
        capabilities:
          flying: {batch: ok}
          value-state: {batch: degraded, streaming: ok, source: test a.B}
          bag-state: {batch: ok, streaming: {level: no, reason: r, advice: a}, source: hearsay}
        """;

    assertThatThrownBy(() -> CapabilitiesFile.parse("x.yaml", yaml))
        .hasMessageStartingWith("x.yaml:\n- ")
        .hasMessageContainingAll(
            "- colour is not known",
            "- level must be one of ok, degraded, refused",
            "- capability flying is not known",
            "- capability value-state.batch is not ok, but has no reason",
            "- capability value-state.batch is not ok, but has no advice",
            "- capability bag-state: no source: hearsay",
            "- capability bag-state.streaming must be one of ok, degraded, refused",
            "- capability event-time-timers is missing");
  }

  @Test
  void aRoundIsABatchUnlessTheFileSaysOtherwise() {
    Capabilities spark = shipped("spark");

    for (Capability capability : Capability.values()) {
      if (capability != Capability.UNBOUNDED_READ) {
        assertThat(spark.claim(capability, Mode.ROUNDS))
            .isEqualTo(spark.claim(capability, Mode.BATCH));
      }
    }
    assertThat(spark.claim(Capability.UNBOUNDED_READ, Mode.ROUNDS).level()).isEqualTo(Level.OK);
  }

  private static Capabilities shipped(String runner) {
    Path file = Path.of("../runners-config", runner, "capabilities.yaml");
    try {
      return CapabilitiesFile.parse(file.toString(), Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path file(String source) {
    if (source.startsWith(Claim.TEST)) {
      String type = source.substring(Claim.TEST.length()).replace('.', '/');
      return Path.of("../tests/src/test/java", type + ".java");
    }
    return Path.of("..", source);
  }
}
