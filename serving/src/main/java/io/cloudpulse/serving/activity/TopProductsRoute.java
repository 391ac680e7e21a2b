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

/** Which products brought in most, and, where that is equal, were looked at most. */
final class TopProductsRoute {
  private static final Parameter<Integer> LIMIT =
      Parameter.of("limit", "How many; else 10.", Kinds.number(1, 100), "5");

  private static final String PRODUCTS =
      """
      with counted as (
        select product_id, count(*) events, count(*) filter (where action = 'purchase') purchases,
          coalesce(sum(price) filter (where action = 'purchase'), 0) revenue
        from activity.events
        where event_time >= cast(:from as timestamptz) and event_time < cast(:to as timestamptz)
          and product_id is not null
        group by product_id
        order by revenue desc, events desc, product_id limit cast(:limit as int))
      select json_build_object(
        'from', cast(:from as timestamptz), 'to', cast(:to as timestamptz),
        'products', coalesce(
          json_agg(to_json(c) order by revenue desc, events desc, product_id), '[]'))
      from counted c\
      """;

  private TopProductsRoute() {}

  static Route of(Database database) {
    return Route.get("activity", "/api/top-products", "The products that brought in most")
        .with(LIMIT)
        .with(TimeRange.BOTH)
        .answers(shape(), asked -> answer(asked, database));
  }

  private static Answer answer(Asked asked, Database database) {
    TimeRange range = TimeRange.asked(asked, database);
    Question question = Question.of(PRODUCTS).with("limit", asked.value(LIMIT).orElse(10));
    return Answer.json(range.in(question).ask(database, TimeRange.noActivity()).orElseThrow());
  }

  private static ObjectNode shape() {
    Shape product =
        Shape.object()
            .with(Shape.whole(), "product_id", "events", "purchases")
            .with("revenue", Shape.number());
    return Shape.object().with(Shape.time(), "from", "to").withList("products", product).schema();
  }
}
