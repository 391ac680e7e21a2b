package io.cloudpulse.serving.datasets;

import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Stores;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of datasets: which there are, and the rows of each. */
public final class DatasetRoutes {
  private DatasetRoutes() {}

  public static List<Route> of(Stores stores) {
    List<Route> routes = new ArrayList<>();
    routes.add(CatalogueRoute.of(stores.datasets(), stores.database()));
    stores.datasets().forEach(dataset -> routes.add(RowRoute.of(dataset, stores.database())));
    return routes;
  }
}
