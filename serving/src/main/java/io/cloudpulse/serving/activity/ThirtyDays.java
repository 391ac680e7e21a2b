package io.cloudpulse.serving.activity;

import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The users of thirty days: no sum of those of a day, of whom many are the same, but counted by
 * name.
 *
 * @param end the day after the last of them; in UTC
 */
record ThirtyDays(LocalDate end) {
  private static final int DAYS = 30;

  private static final String NEWEST =
      "select to_json(max(window_start)::date)#>>'{}' from activity.active_users_daily";

  private static final String COUNTED =
      """
      select json_build_object('window', 'P30D', 'at', cast(:at as timestamptz),
        'active_users', users, 'is_exact', true, 'series', json_build_array(json_build_object(
          'window_start', cast(:start as timestamptz), 'active_users', users, 'is_exact', true)))
      from (select count(distinct user_id) users from activity.user_days
        where day >= :first and day < :end) counted""";

  /** Those that end with a moment's day, which is not one of them; else with the newest day. */
  static ThirtyDays until(Optional<Instant> moment, Database database) {
    return new ThirtyDays(
        moment
            .map(to -> LocalDate.ofInstant(to, ZoneOffset.UTC))
            .or(() -> newest(database).map(day -> day.plusDays(1)))
            .orElse(LocalDate.EPOCH));
  }

  private static Optional<LocalDate> newest(Database database) {
    return Question.of(NEWEST).ask(database, TimeRange.noActivity()).map(LocalDate::parse);
  }

  LocalDate first() {
    return end.minusDays(DAYS);
  }

  String json(Database database) {
    return Question.of(COUNTED)
        .with("at", end.atStartOfDay().toInstant(ZoneOffset.UTC))
        .with("start", first().atStartOfDay().toInstant(ZoneOffset.UTC))
        .with("first", first())
        .with("end", end)
        .ask(database, TimeRange.noActivity())
        .orElseThrow();
  }
}
