package io.cloudpulse.serving.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventPaceTest {
  private static final long SECOND = 1_000_000_000;

  private final EventPace pace = new EventPace();

  @Test
  void isTheMeanOfTheLastFiveLooks() {
    assertThat(pace.after(0, 1_000)).isZero();
    assertThat(pace.after(SECOND, 1_000)).isZero();
    assertThat(pace.after(2 * SECOND, 1_040)).isEqualTo(20);
    assertThat(pace.after(3 * SECOND, 1_040)).isEqualTo(40 / 3.0);
    assertThat(pace.after(4 * SECOND, 1_080)).isEqualTo(20);
    assertThat(pace.after(5 * SECOND, 1_080)).isEqualTo(20);
    assertThat(pace.after(6 * SECOND, 1_080)).isEqualTo(10);
  }

  @Test
  void beginsAnewWhenAJobHasEnded() {
    assertThat(pace.after(0, 5_000)).isZero();
    assertThat(pace.after(SECOND, 6_000)).isEqualTo(1_000);
    assertThat(pace.after(2 * SECOND, 30)).isZero();
    assertThat(pace.after(3 * SECOND, 60)).isEqualTo(30);
  }

  @Test
  void forgetsWhatWasBeforeAPause() {
    assertThat(pace.after(0, 0)).isZero();
    pace.reset();
    assertThat(pace.after(60 * SECOND, 6_000)).isZero();
  }
}
