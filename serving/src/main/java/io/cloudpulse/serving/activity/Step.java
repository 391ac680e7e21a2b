package io.cloudpulse.serving.activity;

import io.cloudpulse.serving.http.Kind;
import io.cloudpulse.serving.http.Kinds;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How long the spans are that a time is cut into; all divide a day. */
enum Step {
  PT1M,
  PT5M,
  PT15M,
  PT30M,
  PT1H,
  PT6H,
  PT12H,
  P1D;

  /** A chart has room for about so many points. */
  private static final long POINTS = 300;

  static Kind<Step> kind() {
    List<String> names = Arrays.stream(values()).map(Step::name).toList();
    Kind<String> word = Kinds.oneOf(names);
    return Kinds.of(Step::valueOf, word.allowed(), word.schema());
  }

  Duration length() {
    return Duration.parse(name());
  }

  /**
   * The shortest of some that cuts a range into no more than a chart's points; else the longest.
   */
  static Step fitting(TimeRange range, List<Step> some) {
    return some.stream()
        .filter(step -> range.steps(step.length()) <= POINTS)
        .findFirst()
        .orElse(some.get(some.size() - 1));
  }
}
