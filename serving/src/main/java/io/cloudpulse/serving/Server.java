package io.cloudpulse.serving;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.serving.datasets.CatalogueRoute;
import io.cloudpulse.serving.datasets.RowRoute;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Endpoints;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.openapi.ApiDocument;
import io.cloudpulse.serving.store.Database;
import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;

/** The running API. */
public final class Server implements AutoCloseable {
  private final Javalin javalin;
  private final Database database;

  private Server(Javalin javalin, Database database) {
    this.javalin = javalin;
    this.database = database;
  }

  /**
   * Starts it.
   *
   * @param host the address it listens on
   * @param port 0 for any that is free
   */
  public static Server start(String host, int port, Database database, List<Dataset> datasets) {
    List<Route> routes = routes(database, datasets);
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              Endpoints.add(config, routes);
            });
    return new Server(javalin.start(host, port), database);
  }

  /** All that can be asked; the document of it is the last. */
  static List<Route> routes(Database database, List<Dataset> datasets) {
    List<Route> routes = new ArrayList<>();
    routes.add(HealthRoute.of(database));
    routes.add(CatalogueRoute.of(datasets, database));
    datasets.forEach(dataset -> routes.add(RowRoute.of(dataset, database)));
    String document = ApiDocument.of(routes);
    routes.add(
        new Route(
            "/api/openapi.json",
            "This document",
            List.of(),
            Kinds.schema("object"),
            asked -> Answer.json(document)));
    return routes;
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
    database.close();
  }
}
