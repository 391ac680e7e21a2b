package io.cloudpulse.serving;

import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Database;
import java.util.List;
import java.util.function.Function;

/** Whether the server, and what it reads from, are well: 200, else 503. */
final class HealthRoute {
  private HealthRoute() {}

  static List<Route> of(Database database) {
    return List.of(
        route("/api/health", "Whether the database answers", asked -> ask(database)),
        route(
            "/api/health/live",
            "Whether the server answers",
            asked -> Answer.json("{\"server\":\"well\"}")));
  }

  private static Route route(String path, String summary, Function<Asked, Answer> by) {
    return Route.get("server", path, summary)
        .answers(Kinds.schema("object"), by)
        .kept(Freshness.NEVER)
        .open();
  }

  private static Answer ask(Database database) {
    int one =
        database.ask(
            handle -> handle.createQuery("select 1").mapTo(Integer.class).one(),
            Problem.of(503, "The database is not well", "It cannot select 1."));
    return Answer.json("{\"database\":\"" + (one == 1 ? "well" : "ill") + "\"}");
  }
}
