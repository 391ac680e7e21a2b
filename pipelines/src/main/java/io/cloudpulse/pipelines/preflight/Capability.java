package io.cloudpulse.pipelines.preflight;

import java.util.Locale;

/** What a step may ask of a runner, in the words of Beam's programming guide. */
public enum Capability {
  ELEMENT_WISE("element-wise work"),

  BOUNDED_READ("a bounded source"),
  UNBOUNDED_READ("an unbounded source"),
  TEST_STREAM("a test stream"),
  BOUNDED_SPLITTABLE("a splittable DoFn, bounded"),
  UNBOUNDED_SPLITTABLE("a splittable DoFn, unbounded"),

  VALUE_STATE("value state"),
  BAG_STATE("bag state"),
  COMBINING_STATE("combining state"),
  MAP_STATE("map state"),
  SET_STATE("set state"),
  MULTIMAP_STATE("multimap state"),
  ORDERED_LIST_STATE("ordered list state"),

  EVENT_TIME_TIMERS("event-time timers"),
  PROCESSING_TIME_TIMERS("processing-time timers"),
  TIMER_FAMILIES("a timer family"),
  ON_WINDOW_EXPIRATION("a call when a window expires"),

  STABLE_INPUT("stable input"),
  TIME_SORTED_INPUT("input sorted by time"),
  BUNDLE_FINALIZATION("bundle finalization"),

  GROUP_BY_KEY("grouping by key"),
  COMBINE("combining by key"),
  RESHUFFLE("a reshuffle"),
  SIDE_INPUTS("side inputs"),
  UNCONSUMED_OUTPUTS("outputs that nobody takes"),

  MERGING_WINDOWS("windows that merge"),
  EARLY_FIRINGS("early firings"),
  LATE_FIRINGS("late firings"),
  PROCESSING_TIME_TRIGGERS("processing-time triggers"),
  ELEMENT_COUNT_TRIGGERS("element-count triggers"),
  ACCUMULATING_PANES("accumulating panes"),
  DISCARDING_PANES("discarding panes"),
  RETRACTING_PANES("retracting panes"),
  ALLOWED_LATENESS("allowed lateness"),
  ON_TIME_IF_NON_EMPTY("an on-time pane only if it holds something"),
  EMPTY_FINAL_PANE("a final pane even if it is empty");

  private final String words;

  Capability(String words) {
    this.words = words;
  }

  /** As a person reads it, to go on from "needs". */
  public String words() {
    return words;
  }

  /** As the files of runners write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
