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
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Question;
import java.util.Optional;

/** How likely users are to buy, the likeliest first. */
final class PredictionsRoute {
  private static final Parameter<Long> USER =
      Parameter.of("user_id", "Of this user alone.", Kinds.count(), "541312140");

  private static final Parameter<Integer> LIMIT =
      Parameter.of("limit", "How many users; else 20.", Kinds.number(1, 1_000), "10");

  private static Problem none() {
    return Missing.rows(
        "activity.predictions",
        "run --dataset=activity.events --source=... --sink=postgres --model=FOLDER, with a model"
            + " of ./pulse train");
  }

  private static final String PREDICTIONS =
      """
      with found as (
        select user_id, likelihood, model, session_start, event_time, events, views, carts, purchases
        from activity.predictions%s
        order by likelihood desc, user_id limit cast(:limit as int))
      select json_build_object(
        'predictions', coalesce(json_agg(to_json(f) order by likelihood desc, user_id), '[]'))
      from found f\
      """;

  private PredictionsRoute() {}

  static Route of(Database database) {
    return Route.get("activity", "/api/predictions", "Who is likely to buy, the likeliest first")
        .with(USER, LIMIT)
        .answers(shape(), asked -> answer(asked, database));
  }

  private static Answer answer(Asked asked, Database database) {
    Optional<Long> user = asked.value(USER);
    String where = user.isPresent() ? " where user_id = cast(:user as bigint)" : "";
    Question question = Question.of(PREDICTIONS.formatted(where));
    user.ifPresent(id -> question.with("user", id));
    question.with("limit", asked.value(LIMIT).orElse(20));
    return Answer.json(question.ask(database, none()).orElseThrow());
  }

  private static ObjectNode shape() {
    Shape prediction =
        Shape.object()
            .with(Shape.whole(), "user_id", "events", "views", "carts", "purchases")
            .with("likelihood", Shape.number().put("minimum", 0).put("maximum", 1))
            .with("model", Shape.text())
            .with(Shape.time(), "session_start", "event_time");
    return Shape.object().withList("predictions", prediction).schema();
  }
}
