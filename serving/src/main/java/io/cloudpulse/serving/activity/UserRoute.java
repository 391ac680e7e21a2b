package io.cloudpulse.serving.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Question;

/** What one user did: in all, by day, by session, and the last events of all. */
final class UserRoute {
  private static final Parameter<Long> ID =
      Parameter.inPath("id", "The user.", Kinds.count(), "541312140");

  private static final Parameter<Integer> LIMIT =
      Parameter.of(
          "limit",
          "How many days, sessions and events at most, the newest first; else 20.",
          Kinds.number(1, 200),
          "10");

  private static final String USER =
      """
      with days as (
        select day, events, purchases, revenue, first_activity, last_activity
        from activity.user_days where user_id = cast(:id as bigint)),
      sessions as (
        select session_start, session_end, events, purchases, revenue
        from activity.user_sessions where user_id = cast(:id as bigint)
        order by session_start desc limit cast(:limit as int)),
      last as (
        select event_time, action, session_id, product_id, category_id, category_code, brand, price
        from activity.events where user_id = cast(:id as bigint)
        order by event_time desc, _content limit cast(:limit as int))
      select case when count(*) > 0 then json_build_object(
        'user_id', cast(:id as bigint),
        'totals', json_build_object('days', count(*), 'events', sum(events),
          'purchases', sum(purchases), 'revenue', sum(revenue),
          'first_activity', min(first_activity), 'last_activity', max(last_activity)),
        'days', (select json_agg(to_json(d) order by day desc) from (
          select * from days order by day desc limit cast(:limit as int)) d),
        'sessions', (select coalesce(json_agg(to_json(s) order by session_start desc), '[]')
          from sessions s),
        'events', (select coalesce(json_agg(to_json(e)), '[]') from last e)) end
      from days""";

  private UserRoute() {}

  static Route of(Database database) {
    return Route.get("activity", "/api/users/{id}/activity", "What one user did")
        .with(ID, LIMIT)
        .answers(shape(), asked -> answer(asked, database));
  }

  private static Answer answer(Asked asked, Database database) {
    int limit = asked.value(LIMIT).orElse(20);
    long user = asked.path(ID);
    return Question.of(USER)
        .with("id", user)
        .with("limit", limit)
        .ask(database, TimeRange.noActivity())
        .map(Answer::json)
        .orElseThrow(() -> unknown(user));
  }

  private static Problem unknown(long user) {
    return Problem.of(404, "There is no such user", "Nothing is known of user %d.".formatted(user));
  }

  private static ObjectNode shape() {
    Shape totals =
        sums().with("days", Shape.whole()).with(Shape.time(), "first_activity", "last_activity");
    Shape event =
        Shape.object()
            .with("event_time", Shape.time())
            .with("action", Shape.text())
            .with(Shape.orNull(Shape.text()), "session_id", "category_code", "brand")
            .with(Shape.orNull(Shape.whole()), "product_id", "category_id")
            .with("price", Shape.orNull(Shape.number()));
    return Shape.object()
        .with("user_id", Shape.whole())
        .with("totals", totals.schema())
        .withList("days", sums().with("day", Shape.date()))
        .withList("sessions", sums().with(Shape.time(), "session_start", "session_end"))
        .withList("events", event)
        .schema();
  }

  private static Shape sums() {
    return Shape.object()
        .with(Shape.whole(), "events", "purchases")
        .with("revenue", Shape.number());
  }
}
