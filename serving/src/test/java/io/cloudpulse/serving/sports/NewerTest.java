package io.cloudpulse.serving.sports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.VersionBits;
import io.cloudpulse.serving.http.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NewerTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Newer NEWER = new Newer(Clock.fixed(NOON, ZoneOffset.UTC));

  private static long version(Instant time) {
    return VersionBits.of(time.toEpochMilli(), 12_345);
  }

  @Test
  void isNowOrLaterThanTheRow() {
    assertThat(NEWER.than(version(NOON.minusSeconds(9)))).isEqualTo(NOON.toEpochMilli());
    assertThat(NEWER.than(version(NOON.plusMillis(5)))).isEqualTo(NOON.toEpochMilli() + 6);
    assertThatThrownBy(() -> NEWER.than(version(NOON.plusSeconds(61))))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "The row is of 2026-11-20T12:01:01Z: nothing that is written before then changes it.");
  }

  @Test
  void refusesWhatWouldChangeNothing() {
    Instant row = NOON.minusSeconds(60);
    assertThatCode(() -> NEWER.check("since", row, version(row))).doesNotThrowAnyException();
    assertThatThrownBy(() -> NEWER.check("since", row.minusMillis(1), version(row)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("only what is newer changes it");
    assertThatThrownBy(() -> NEWER.check("since", NOON.plusSeconds(61), version(row)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("must not lie in the future");
  }
}
