package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;

class LatenessTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void whatIsStampedByAsMuchAsIsAllowedIsInTime() {
    assertThat(Lateness.isLate(Instant.parse("2026-11-20T13:00:00Z"), NOON, HOUR)).isFalse();
  }

  @Test
  void whatIsStampedByMoreIsLate() {
    assertThat(Lateness.isLate(Instant.parse("2026-11-20T13:00:00.001Z"), NOON, HOUR)).isTrue();
  }

  @Test
  void whatIsStampedEarlierIsInTime() {
    assertThat(Lateness.isLate(Instant.parse("2026-11-20T11:00:00Z"), NOON, HOUR)).isFalse();
  }
}
