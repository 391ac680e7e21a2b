package io.cloudpulse.serving;

import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpulse.serving.access.Access;
import io.cloudpulse.serving.access.Gate;
import io.cloudpulse.serving.access.Origins;
import io.cloudpulse.serving.access.Tokens;
import io.cloudpulse.serving.activity.ActivityRoutes;
import io.cloudpulse.serving.datasets.DatasetRoutes;
import io.cloudpulse.serving.http.AnswerCache;
import io.cloudpulse.serving.http.Endpoints;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.indicators.IndicatorRoutes;
import io.cloudpulse.serving.market.StockRoutes;
import io.cloudpulse.serving.openapi.ApiDocument;
import io.cloudpulse.serving.openapi.DocumentPage;
import io.cloudpulse.serving.runs.RunRoutes;
import io.cloudpulse.serving.search.SearchRoutes;
import io.cloudpulse.serving.sports.SportsRoutes;
import io.cloudpulse.serving.store.Stores;
import io.cloudpulse.serving.summaries.SummaryRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The running API. */
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
   * @throws IOException if the file of tokens cannot be read
   */
  public static Server start(Settings settings, Stores stores) throws IOException {
    Access access = settings.access();
    Tokens tokens = Tokens.of(access.tokens(), Clock.systemUTC());
    Gate gate = new Gate(tokens, access.isOpenHere(), access.rateLimit());
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              Endpoints endpoints = endpoints(settings, stores);
              endpoints.addRules(config);
              Origins.let(access.origins(), config);
              gate.guard(config);
              add(config, endpoints, stores);
            });
    return new Server(javalin.start(settings.host(), settings.port()), stores);
  }

  private static Endpoints endpoints(Settings settings, Stores stores) {
    AnswerCache answers =
        new AnswerCache(settings.cache(), stores.database()::stamp, Ticker.systemTicker());
    stores.changes().listen(answers::forget);
    return new Endpoints(answers, settings.mostBytes());
  }

  private static void add(JavalinConfig config, Endpoints endpoints, Stores stores) {
    List<Route> routes = routes(stores);
    endpoints.add(config, routes);
    endpoints.add(config, DocumentPage.of(ApiDocument.of(routes)));
  }

  /** All that the document tells of. */
  static List<Route> routes(Stores stores) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(HealthRoute.of(stores.database()));
    routes.addAll(DatasetRoutes.of(stores));
    routes.addAll(SportsRoutes.of(stores));
    routes.addAll(ActivityRoutes.of(stores));
    routes.addAll(SearchRoutes.of(stores));
    routes.addAll(IndicatorRoutes.of(stores));
    routes.addAll(StockRoutes.of(stores));
    routes.addAll(SummaryRoutes.of(stores));
    routes.addAll(RunRoutes.of(stores));
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
