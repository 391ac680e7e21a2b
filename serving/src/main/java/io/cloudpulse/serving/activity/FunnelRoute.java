package io.cloudpulse.serving.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Database;
import io.cloudpulse.serving.store.Question;

/** How many views became carts, and how many of these purchases. */
final class FunnelRoute {
  private static final String FUNNEL =
      """
      with counted as (
        select action, sum(events) events, sum(revenue) revenue from activity.action_minutes
        where window_start >= cast(:from as timestamptz) and window_start < cast(:to as timestamptz)
        group by action)
      select json_build_object(
        'from', cast(:from as timestamptz), 'to', cast(:to as timestamptz),
        'steps', json_agg(
          json_build_object('action', step.action, 'events', coalesce(events, 0)) order by place),
        'revenue', coalesce(max(revenue) filter (where step.action = 'purchase'), 0))
      from (values (1, 'view'), (2, 'cart'), (3, 'purchase')) step (place, action)
      left join counted using (action)\
      """;

  private FunnelRoute() {}

  static Route of(Database database) {
    return Route.get(
            "activity", "/api/funnel", "Views, carts and purchases, and what these brought in")
        .with(TimeRange.BOTH)
        .answers(shape(), asked -> answer(asked, database));
  }

  private static Answer answer(Asked asked, Database database) {
    TimeRange range = TimeRange.asked(asked, database);
    return Answer.json(
        range.in(Question.of(FUNNEL)).ask(database, TimeRange.noActivity()).orElseThrow());
  }

  private static ObjectNode shape() {
    return Shape.object()
        .with(Shape.time(), "from", "to")
        .withList(
            "steps", Shape.object().with("action", Shape.text()).with("events", Shape.whole()))
        .with("revenue", Shape.number())
        .schema();
  }
}
