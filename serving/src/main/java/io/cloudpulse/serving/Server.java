package io.cloudpulse.serving;

import io.cloudpulse.serving.activity.ActivityRoutes;
import io.cloudpulse.serving.dashboard.Dashboard;
import io.cloudpulse.serving.datasets.DatasetRoutes;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Endpoints;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.indicators.IndicatorRoutes;
import io.cloudpulse.serving.market.StockRoutes;
import io.cloudpulse.serving.openapi.ApiDocument;
import io.cloudpulse.serving.runs.RunRoutes;
import io.cloudpulse.serving.search.SearchRoutes;
import io.cloudpulse.serving.store.Stores;
import io.cloudpulse.serving.summaries.SummaryRoutes;
import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;

/** The running API, and the page over it. */
public final class Server implements AutoCloseable {
  private final Javalin javalin;
  private final Stores stores;

  private Server(Javalin javalin, Stores stores) {
    this.javalin = javalin;
    this.stores = stores;
  }

  /**
   * Starts it.
   *
   * @param host the address it listens on
   * @param port 0 for any that is free
   */
  public static Server start(String host, int port, Stores stores) {
    List<Route> routes = routes(stores);
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              Endpoints.add(config, routes);
              Dashboard.add(config, stores.database());
            });
    return new Server(javalin.start(host, port), stores);
  }

  /** All that can be asked; the document of it is the last. */
  static List<Route> routes(Stores stores) {
    List<Route> routes = new ArrayList<>();
    routes.add(HealthRoute.of(stores.database()));
    routes.addAll(DatasetRoutes.of(stores));
    routes.addAll(ActivityRoutes.of(stores));
    routes.addAll(SearchRoutes.of(stores));
    routes.addAll(IndicatorRoutes.of(stores));
    routes.addAll(StockRoutes.of(stores));
    routes.addAll(SummaryRoutes.of(stores));
    routes.addAll(RunRoutes.of(stores));
    String document = ApiDocument.of(routes);
    routes.add(
        Route.get("server", "/api/openapi.json", "This document")
            .answers(Kinds.schema("object"), asked -> Answer.json(document)));
    return routes;
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
    stores.close();
  }
}
