package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.Windows;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.AfterPane;
import org.apache.beam.sdk.transforms.windowing.AfterProcessingTime;
import org.apache.beam.sdk.transforms.windowing.AfterWatermark;
import org.apache.beam.sdk.transforms.windowing.DefaultTrigger;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Trigger;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.transforms.windowing.Window.OnTimeBehavior;
import org.apache.beam.sdk.transforms.windowing.WindowFn;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;

/**
 * How activity is cut into windows and when their results are told.
 *
 * @param generation of the rows: a rebuild has a higher one, from 0 to 2,097,151
 * @param earlyFirings how long after news of an open window its result is told, of a stream. Needs
 *     processing time of the runner. Sessions are told when they close: until then each is a guess
 * @param allowedLateness how far behind the watermark an event of a stream still counts
 * @param sessionGap how long a user does nothing before the session is over; to the millisecond
 * @param exactUsers how many users of one window are counted exactly at most
 */
public record ActivityWindows(
    int generation,
    Duration earlyFirings,
    Duration allowedLateness,
    Duration sessionGap,
    int exactUsers)
    implements Windows, Serializable {
  private static final long serialVersionUID = 1;
  private static final Duration EVER = Duration.ofDays(36_500);

  public ActivityWindows {
    require(!earlyFirings.isNegative(), "earlyFirings", earlyFirings, "0 or longer");
    require(!allowedLateness.isNegative(), "allowedLateness", allowedLateness, "0 or longer");
    require(sessionGap.toMillis() > 0, "sessionGap", sessionGap, "a millisecond or longer");
    require(exactUsers >= 0, "exactUsers", exactUsers, "0 or more");
  }

  private static void require(boolean holds, String name, Object was, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(name + " was " + was + ", but must be " + allowed);
    }
  }

  /** Told each second, an hour late at most, sessions of half an hour, a million users exactly. */
  public static ActivityWindows ofGeneration(int generation) {
    return new ActivityWindows(
        generation, Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofMinutes(30), 1_000_000);
  }

  /** Of a batch whose sessions alone are wanted. */
  static ActivityWindows withGap(Duration sessionGap) {
    ActivityWindows usual = ofGeneration(0);
    return new ActivityWindows(
        0, usual.earlyFirings, usual.allowedLateness, sessionGap, usual.exactUsers);
  }

  @Override
  public ActivityWindows neverTooLate() {
    return new ActivityWindows(generation, earlyFirings, EVER, sessionGap, exactUsers);
  }

  @Override
  public Optional<PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>>>
      distinct() {
    return Optional.of(ActivityAggregates.distinct(this));
  }

  @Override
  public List<Aggregate> aggregates() {
    return ActivityAggregates.in(this);
  }

  @Override
  public List<String> views() {
    return List.of(SummariseUserDays.USERS_VIEW);
  }

  /** Windows of a fixed length: told while they are open, when they close, and on late news. */
  <T> Window<T> fixed(WindowFn<? super T, ?> windows, IsBounded bounded) {
    return into(windows, bounded, whenClosed().withEarlyFirings(soon()));
  }

  /** Windows that may still grow: told when they close, and on late news. */
  <T> Window<T> growing(WindowFn<? super T, ?> windows, IsBounded bounded) {
    return into(windows, bounded, whenClosed());
  }

  /** A pane tells all that a window holds; nothing is told twice for the watermark's sake. */
  private <T> Window<T> into(WindowFn<? super T, ?> fn, IsBounded bounded, Trigger trigger) {
    Window<T> window = Window.into(fn);
    return bounded == IsBounded.BOUNDED
        ? window
            .triggering(DefaultTrigger.of())
            .discardingFiredPanes()
            .withAllowedLateness(org.joda.time.Duration.ZERO)
        : window
            .triggering(trigger)
            .accumulatingFiredPanes()
            .withAllowedLateness(joda(allowedLateness))
            .withOnTimeBehavior(OnTimeBehavior.FIRE_IF_NON_EMPTY);
  }

  /** Back into the global window, where sinks write. */
  static <T> Window<T> leave() {
    return Window.<T>into(new GlobalWindows())
        .triggering(DefaultTrigger.of())
        .discardingFiredPanes()
        .withAllowedLateness(org.joda.time.Duration.ZERO);
  }

  private static AfterWatermark.AfterWatermarkEarlyAndLate whenClosed() {
    return AfterWatermark.pastEndOfWindow().withLateFirings(each());
  }

  private Trigger.OnceTrigger soon() {
    return AfterProcessingTime.pastFirstElementInPane().plusDelayOf(joda(earlyFirings));
  }

  private static Trigger.OnceTrigger each() {
    return AfterPane.elementCountAtLeast(1);
  }

  static org.joda.time.Duration joda(Duration duration) {
    return org.joda.time.Duration.millis(duration.toMillis());
  }
}
