package io.cloudpulse.serving.activity;

import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Stores;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of activity. */
public final class ActivityRoutes {
  private ActivityRoutes() {}

  public static List<Route> of(Stores stores) {
    List<Route> routes = new ArrayList<>();
    routes.add(ActiveUsersRoute.of(stores.database()));
    routes.addAll(MetricRoutes.of(stores.database()));
    routes.add(FunnelRoute.of(stores.database()));
    routes.add(TopProductsRoute.of(stores.database()));
    routes.add(UserRoute.of(stores.database()));
    routes.add(PredictionsRoute.of(stores.database()));
    // All are made of the request and of tables: none asks what time it is.
    return routes.stream().map(route -> route.kept(Freshness.STEADILY)).toList();
  }
}
