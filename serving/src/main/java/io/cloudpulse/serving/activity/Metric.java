package io.cloudpulse.serving.activity;

import java.util.Arrays;
import java.util.List;

/** What is counted over time. */
enum Metric {
  EVENTS("events", "Distinct events of any kind", "events", minutes("events", "")),
  VIEWS("views", "Views of products", "events", minutes("events", "view")),
  CARTS("carts", "Products put into carts", "events", minutes("events", "cart")),
  PURCHASES("purchases", "Purchases", "events", minutes("events", "purchase")),
  REVENUE("revenue", "Prices of what was purchased", "USD", minutes("revenue", "purchase")),
  ACTIVE_USERS("active-users", "Distinct users who did something", "users", "") {
    /** Users of two hours cannot be added up: some are the same. */
    @Override
    List<Step> steps() {
      return List.of(Step.PT1H, Step.P1D);
    }

    @Override
    String counted(Step step) {
      String table = step == Step.P1D ? "active_users_daily" : "active_users_hourly";
      return "select window_start at, active_users value from activity." + table + RANGE;
    }
  };

  private static final String RANGE =
      " where window_start >= cast(:from as timestamptz) and window_start < cast(:to as"
          + " timestamptz)";

  private final String title;
  private final String description;
  private final String unit;
  private final String sum;

  Metric(String title, String description, String unit, String sum) {
    this.title = title;
    this.description = description;
    this.unit = unit;
    this.sum = sum;
  }

  static Metric named(String title) {
    return Arrays.stream(values()).filter(m -> m.title.equals(title)).findFirst().orElseThrow();
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(Metric::title).toList();
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  String unit() {
    return unit;
  }

  /** Into which steps a time may be cut. */
  List<Step> steps() {
    return List.of(Step.values());
  }

  /** A select of when each step begins, and its value; steps of nothing are not in it. */
  String counted(Step step) {
    return sum;
  }

  private static String minutes(String column, String action) {
    return "select date_bin(cast(:step as interval), window_start, cast(:from as timestamptz)) at,"
        + " sum("
        + column
        + ") value from activity.action_minutes where window_start >= cast(:from as timestamptz)"
        + " and window_start < cast(:to as timestamptz)"
        + (action.isEmpty() ? "" : " and action = '" + action + "'")
        + " group by 1";
  }
}
