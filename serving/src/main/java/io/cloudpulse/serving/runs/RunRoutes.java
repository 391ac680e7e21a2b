package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.http.Shape;
import io.cloudpulse.serving.store.Stores;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of the ledger. */
public final class RunRoutes {
  private static final Parameter<Integer> LIMIT =
      Parameter.of("limit", "How many, the newest first; else 20.", Kinds.number(1, 500), "5");

  private RunRoutes() {}

  public static List<Route> of(Stores stores) {
    Ledger ledger = new Ledger(stores.database());
    List<Route> routes = new ArrayList<>();
    routes.add(
        Route.get("runs", "/api/runs", "Runs, and whether all that they read is accounted for")
            .with(LIMIT)
            .answers(
                runsShape(),
                asked -> Answer.json(ledger.runs(asked.value(LIMIT).orElse(20)).toString())));
    routes.add(
        Route.get("runs", "/api/jobs", "Jobs that go on, and those that ended last")
            .answers(jobsShape(), asked -> Answer.json(ledger.jobs().toString())));
    routes.addAll(LetterRoutes.of(stores));
    return routes;
  }

  private static ObjectNode runsShape() {
    Shape sink =
        Shape.object()
            .with("sink", Shape.text())
            .with(Shape.whole(), "delivered", "superseded", "refused");
    Shape run =
        Shape.object()
            .with(Shape.text(), "run", "job", "dataset", "source", "runner", "mode", "state")
            .with("started", Shape.time())
            .with("ended", Shape.orNull(Shape.time()))
            .with(Shape.whole(), "read", "accepted", "refused")
            .with("balanced", Shape.orNull(Shape.truth()))
            .withList("sinks", sink)
            .with("refused_by_reason", Shape.map(Shape.whole()))
            .with("error", Shape.orNull(Shape.text()));
    return Shape.object().withList("runs", run).schema();
  }

  private static ObjectNode jobsShape() {
    Shape job =
        Shape.object()
            .with(Shape.text(), "job", "dataset", "source", "runner", "mode", "state")
            .with("since", Shape.time())
            .with(Shape.whole(), "read", "accepted", "refused")
            .with(Shape.orNull(Shape.whole()), "rate", "lag", "open_letters")
            .with("watermark", Shape.orNull(Shape.time()))
            .with("error", Shape.orNull(Shape.text()));
    return Shape.object().withList("jobs", job).schema();
  }
}
