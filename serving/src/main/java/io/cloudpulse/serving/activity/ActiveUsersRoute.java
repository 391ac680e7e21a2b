package io.cloudpulse.serving.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How many users did something in an hour, a day, or thirty days. */
final class ActiveUsersRoute {
  private static final String THIRTY_DAYS = "P30D";

  private static final Parameter<String> WINDOW =
      Parameter.of(
          "window",
          "How long a window is: an hour (else this one), a day, or the thirty days that end last.",
          Kinds.oneOf(List.of("PT1H", "P1D", THIRTY_DAYS)),
          "P1D");

  /** The newest window of those asked for, and the series that it ends. */
  private static final String WINDOWS =
      """
      with windows as (
        select window_start, active_users, exact from activity.%s
        where window_start >= coalesce(cast(:from as timestamptz),
            coalesce(cast(:to as timestamptz),
              (select max(window_start) from activity.%<s) + cast(:window as interval))
              - %s * cast(:window as interval))
          and window_start < coalesce(cast(:to as timestamptz), 'infinity')
        order by window_start desc limit 1000)
      select json_build_object(
        'window', cast(:window as text),
        'at', max(window_start) + cast(:window as interval),
        'active_users', coalesce((array_agg(active_users order by window_start desc))[1], 0),
        'is_exact', coalesce((array_agg(exact order by window_start desc))[1], true),
        'series', coalesce(json_agg(json_build_object('window_start', window_start,
          'active_users', active_users, 'is_exact', exact) order by window_start), '[]'))
      from windows""";

  private ActiveUsersRoute() {}

  static Route of(Database database) {
    return Route.get("activity", "/api/active-users", "How many users were active, over time")
        .with(WINDOW)
        .with(TimeRange.BOTH)
        .answers(shape(), asked -> answer(asked, database));
  }

  private static Answer answer(Asked asked, Database database) {
    String window = asked.value(WINDOW).orElse("PT1H");
    Optional<Instant> to = asked.value(TimeRange.TO);
    if (window.equals(THIRTY_DAYS)) {
      return Answer.json(ThirtyDays.until(to, database).json(database));
    }
    Question question = Question.of(statement(window)).with("window", window);
    question.with("from", asked.value(TimeRange.FROM).orElse(null)).with("to", to.orElse(null));
    return Answer.json(question.ask(database, TimeRange.noActivity()).orElseThrow());
  }

  private static String statement(String window) {
    return window.equals("P1D")
        ? WINDOWS.formatted("active_users_daily", 30)
        : WINDOWS.formatted("active_users_hourly", 24);
  }

  private static ObjectNode shape() {
    Shape one =
        Shape.object()
            .with("window_start", Shape.time())
            .with("active_users", Shape.whole())
            .with("is_exact", Shape.truth());
    return Shape.object()
        .with("window", Shape.text())
        .with("at", Shape.orNull(Shape.time()))
        .with("active_users", Shape.whole())
        .with("is_exact", Shape.truth())
        .withList("series", one)
        .schema();
  }
}
