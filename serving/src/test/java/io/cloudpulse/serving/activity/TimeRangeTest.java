package io.cloudpulse.serving.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudpulse.serving.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
  private static final Instant NEWEST = Instant.parse("2026-11-20T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    ",, 2026-11-19T12:00:00Z, 2026-11-20T12:00:00Z",
    "2026-11-20T00:00:00Z,, 2026-11-20T00:00:00Z, 2026-11-20T12:00:00Z",
    ", 2026-11-10T00:00:00Z, 2026-11-09T00:00:00Z, 2026-11-10T00:00:00Z",
    "2026-11-20T12:00:00Z,, 2026-11-20T12:00:00Z, 2026-11-21T12:00:00Z",
    "2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z, 2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z"
  })
  void endsWithTheNewestUnlessSaidOtherwise(Instant from, Instant to, Instant begin, Instant end) {
    assertThat(range(from, to)).isEqualTo(new TimeRange(begin, end));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T00:00:00Z, 2026-11-20T00:00:00Z",
    "2026-11-21T00:00:00Z, 2026-11-20T00:00:00Z"
  })
  void refusesATimeWithoutLength(Instant from, Instant to) {
    assertThat(catchThrowable(() -> range(from, to)))
        .isInstanceOf(Problem.class)
        .hasMessage("from was %s and to was %s, but from must be before to.", from, to);
  }

  private static TimeRange range(Instant from, Instant to) {
    return TimeRange.of(Optional.ofNullable(from), Optional.ofNullable(to), () -> NEWEST);
  }

  @ParameterizedTest
  @CsvSource({
    "10:07:30, 11:00:00, PT1H, 10:00:00, 11:00:00",
    "10:00:00, 11:00:00.001, PT1H, 10:00:00, 12:00:00",
    "10:04:59, 10:05:00, PT5M, 10:00:00, 10:05:00",
  })
  void beginsAndEndsWithAStep(String from, String to, Duration step, String begin, String end) {
    assertThat(on20th(from, to).wholeSteps(step)).isEqualTo(on20th(begin, end));
  }

  private static TimeRange on20th(String from, String to) {
    return new TimeRange(
        Instant.parse("2026-11-20T" + from + "Z"), Instant.parse("2026-11-20T" + to + "Z"));
  }

  @Test
  void findsStepsBeforeTheEpoch() {
    TimeRange range =
        new TimeRange(
            Instant.parse("1969-12-31T23:59:30Z"), Instant.parse("1970-01-01T00:00:00.001Z"));

    assertThat(range.wholeSteps(Duration.ofMinutes(1)))
        .isEqualTo(
            new TimeRange(
                Instant.parse("1969-12-31T23:59:00Z"), Instant.parse("1970-01-01T00:01:00Z")));
    assertThat(range.wholeSteps(Duration.ofDays(1)).steps(Duration.ofDays(1))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"PT5H, PT1M", "PT5H1M, PT5M", "P1D, PT5M", "P7D, PT1H", "P30D, PT6H", "P3650D, P1D"})
  void choosesTheShortestStepThatAChartHasRoomFor(String length, Step step) {
    Instant from = Instant.EPOCH;
    TimeRange range = new TimeRange(from, from.plus(Duration.parse(length)));

    assertThat(Step.fitting(range, Arrays.asList(Step.values()))).isEqualTo(step);
    assertThat(Step.fitting(range, List.of(Step.P1D))).isEqualTo(Step.P1D);
  }
}
