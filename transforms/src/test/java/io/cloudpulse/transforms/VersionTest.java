package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class VersionTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  @Test
  void aLaterTimeIsNewerWhateverBreaksTies() {
    assertThat(Version.ofRecord("t", NOON.plusMillis(1), 0))
        .isGreaterThan(Version.ofRecord("t", NOON, -1));
  }

  @Test
  void theLaterPositionOfALoadIsNewerAlsoBeyondTheLowBits() {
    long tenGigabytes = 10L << 30;

    assertThat(Version.ofLoad(NOON, tenGigabytes + 1))
        .isEqualTo(Version.ofLoad(NOON, tenGigabytes) + 1);
    assertThat(Version.ofLoad(NOON.plusSeconds(6), 0))
        .as("a load of 10 GB takes up 5.12 s")
        .isGreaterThan(Version.ofLoad(NOON, tenGigabytes));
  }

  @Test
  void takesOnlyTimesThatEverySinkCanOrder() {
    assertThat(Version.ofRecord("t", Instant.EPOCH, 0)).isZero();
    assertThatThrownBy(() -> Version.ofRecord("t", Instant.EPOCH.minusMillis(1), 0))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "t was \"1969-12-31T23:59:59.999Z\", but must be between 1970 and 2109 to be a"
                + " version");
    assertThatThrownBy(() -> Version.ofRecord("t", Instant.parse("2110-01-01T00:00:00Z"), 0))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("between 1970 and 2109");
  }

  @Test
  void ofPredictionsTheLaterEventIsNewerThenMoreEventsThenTheNewerModel() {
    long version = Version.ofPrediction(NOON, 3, 7);

    assertThat(version).isEqualTo((NOON.getEpochSecond() << 17 | 3) << 14 | 7);
    assertThat(Version.ofPrediction(NOON.plusSeconds(1), 1, 1)).isGreaterThan(version);
    assertThat(Version.ofPrediction(NOON.plusMillis(999), 4, 1)).isGreaterThan(version);
    assertThat(Version.ofPrediction(NOON, 3, 8)).isEqualTo(version + 1);
    assertThat(Version.ofPrediction(NOON, 131_072, 1))
        .isEqualTo(Version.ofPrediction(NOON, 131_071, 1));
    assertThat(Version.ofPrediction(Instant.parse("2098-12-31T23:59:59Z"), 1, 16_383))
        .as("the last that a dataset of events takes")
        .isPositive();
  }

  @Test
  void noPredictionIsOfAModelWithoutANumber() {
    assertThatThrownBy(() -> Version.ofPrediction(NOON, 3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "time was 2024-03-01T12:00:00Z, counted 3 and model 0: no version is made of them");
    assertThatThrownBy(() -> Version.ofPrediction(NOON, 3, 16_384))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model 16384");
  }
}
