package io.cloudpulse.serving.sports;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Stores;
import io.cloudpulse.serving.writes.Writes;
import java.util.ArrayList;
import java.util.List;

/** What can be asked and written of players and teams. */
public final class SportsRoutes {
  private SportsRoutes() {}

  public static List<Route> of(Stores stores) {
    Dataset players = Datasets.named("sports.players");
    Dataset trades = Datasets.named("sports.trades");
    Dataset teams = Datasets.named("sports.teams");
    Dataset moves = Datasets.named("sports.moves");
    Writes writes = new Writes(List.of(players, trades, teams, moves), stores);
    List<Route> routes = new ArrayList<>();
    routes.addAll(new PlayerRoutes(players, trades, stores, writes).all());
    routes.addAll(new TeamRoutes(teams, moves, stores, writes).all());
    routes.add(writes.route());
    return routes;
  }
}
