package io.cloudpulse.serving.sports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.serving.datasets.RowRoute;
import io.cloudpulse.serving.datasets.StoredRow;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Body;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Stores;
import io.cloudpulse.serving.writes.Event;
import io.cloudpulse.serving.writes.Outcome;
import io.cloudpulse.serving.writes.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Players, and which team each is in. */
final class PlayerRoutes {
  private static final String AREA = "players";
  private static final String ONE = "/players/{id}";
  private static final String TEAMS = ONE + "/teams";
  private static final String KEY = "player_id";
  private static final String SINCE = "team_since";
  private static final Parameter<String> ID =
      Parameter.inPath("id", "The player's id.", RecordBody.NAME, "meyerad01");

  private static final String NEW =
      """
      {"player_id": "meyerad01", "name_first": "Ada", "name_last": "Meyer", "birth_year": 1998,
       "birth_country": "USA", "weight": 180, "height": 71, "bats": "L", "throws": "R"}\
      """;

  private final Dataset players;
  private final Dataset trades;
  private final StoredRow rows;
  private final Stores stores;
  private final Writes writes;
  private final Clock clock = Clock.systemUTC();
  private final Newer newer = new Newer(clock);

  PlayerRoutes(Dataset players, Dataset trades, Stores stores, Writes writes) {
    this.players = players;
    this.trades = trades;
    this.rows = new StoredRow(players, stores.database());
    this.stores = stores;
    this.writes = writes;
  }

  List<Route> all() {
    Body created = RecordBody.of(players, Set.of("team_id", SINCE), Set.of(), NEW);
    Body moved = RecordBody.of(trades, Set.of(KEY), Set.of(SINCE), "{\"team_id\": \"NYA\"}");
    return List.of(
        RowRoute.at(AREA, "/players", "Players", players, stores.database()),
        Route.get(AREA, ONE, "A player")
            .with(ID)
            .answers(rows.schema(), this::one)
            .kept(Freshness.STEADILY),
        Writes.writing(
            Route.post(AREA, "/players", "A new player").takes(created), 201, this::create),
        Writes.writing(
            Route.put(AREA, TEAMS, "Moves a player to a team").with(ID).takes(moved),
            200,
            this::move));
  }

  private Answer one(Asked asked) {
    return Answer.json(
        rows.json(Map.of(KEY, asked.path(ID)))
            .orElseThrow(() -> Missing.one("player", "/players")));
  }

  private Outcome create(Asked asked) {
    String id = asked.body().path(KEY).asText();
    return writes.write(
        asked, "create " + asked.body(), () -> created(asked, id), "/players/" + id);
  }

  private Event created(Asked asked, String id) {
    if (rows.version(List.of(id)).isPresent()) {
      throw Problem.of(
          409,
          "There is such a player",
          "%s is there: GET /players/%s. To move him: PUT /players/%s/teams".formatted(id, id, id));
    }
    return new Event(players, asked.body(), clock.millis());
  }

  private Outcome move(Asked asked) {
    String id = asked.path(ID);
    return writes.write(
        asked, "move " + id + " " + asked.body(), () -> moved(asked, id), "/players/" + id);
  }

  private Event moved(Asked asked, String id) {
    OptionalLong version = rows.version(List.of(id));
    long there = version.orElseThrow(() -> Missing.one("player", "/players"));
    ObjectNode record = asked.body().deepCopy();
    if (record.has(SINCE)) {
      newer.check(SINCE, OffsetDateTime.parse(record.path(SINCE).asText()).toInstant(), there);
    } else {
      record.put(SINCE, Instant.ofEpochMilli(newer.than(there)).toString());
    }
    return new Event(trades, record.put(KEY, id), clock.millis());
  }
}
