package io.cloudpulse.serving.sports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.serving.datasets.RowRoute;
import io.cloudpulse.serving.datasets.StoredRow;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Body;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Missing;
import io.cloudpulse.serving.store.Stores;
import io.cloudpulse.serving.writes.Event;
import io.cloudpulse.serving.writes.Outcome;
import io.cloudpulse.serving.writes.Writes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Teams, season by season, and where each plays. */
final class TeamRoutes {
  private static final String AREA = "teams";
  private static final String ONE = "/teams/{team}";
  private static final String PLACE = ONE + "/place";
  private static final String KEY = "team";
  private static final String SEASON = "year";
  private static final Parameter<String> TEAM =
      Parameter.inPath(KEY, "The team's id.", RecordBody.NAME, "HRX");
  private static final Parameter<Integer> YEAR =
      Parameter.of(SEASON, "The season; else the last one.", Kinds.number(1850, 2100), "2026");

  private static final String NEW =
      """
      {"year": 2026, "team": "HRX", "league": "AL", "franchise": "HRX",
       "name": "Springfield Herons", "park": "Heron Field", "games": 0, "wins": 0, "losses": 0}\
      """;

  private final Dataset teams;
  private final Dataset moves;
  private final StoredRow rows;
  private final Stores stores;
  private final Writes writes;
  private final Clock clock = Clock.systemUTC();
  private final Newer newer = new Newer(clock);

  TeamRoutes(Dataset teams, Dataset moves, Stores stores, Writes writes) {
    this.teams = teams;
    this.moves = moves;
    this.rows = new StoredRow(teams, stores.database());
    this.stores = stores;
    this.writes = writes;
  }

  List<Route> all() {
    Body created = RecordBody.of(teams, Set.of(), Set.of(), NEW);
    Body placed = RecordBody.of(moves, Set.of(KEY), Set.of(SEASON), "{\"park\": \"Pilot Park\"}");
    return List.of(
        RowRoute.at(AREA, "/teams", "Teams, season by season", teams, stores.database()),
        Route.get(AREA, ONE, "A team in a season")
            .with(TEAM, YEAR)
            .answers(rows.schema(), this::one)
            .kept(Freshness.STEADILY),
        Writes.writing(
            Route.post(AREA, "/teams", "A new team, or a new season of one").takes(created),
            201,
            this::create),
        Writes.writing(
            Route.put(AREA, PLACE, "Moves a team to another park").with(TEAM).takes(placed),
            200,
            this::move));
  }

  private Answer one(Asked asked) {
    Map<String, String> key = new HashMap<>(Map.of(KEY, asked.path(TEAM)));
    asked.value(YEAR).ifPresent(year -> key.put(SEASON, year.toString()));
    return Answer.json(rows.json(key).orElseThrow(TeamRoutes::none));
  }

  private static Problem none() {
    return Missing.one("team", "/teams");
  }

  private Outcome create(Asked asked) {
    String team = asked.body().path(KEY).asText();
    String year = asked.body().path(SEASON).asText();
    return writes.write(
        asked, "create " + asked.body(), () -> created(asked, year, team), where(team, year));
  }

  private static String where(String team, String year) {
    return "/teams/%s?year=%s".formatted(team, year);
  }

  private Event created(Asked asked, String year, String team) {
    if (rows.version(List.of(year, team)).isPresent()) {
      throw Problem.of(
          409,
          "There is such a team",
          "%s of %s is there: GET %s. To move it: PUT /teams/%s/place"
              .formatted(team, year, where(team, year), team));
    }
    return new Event(teams, asked.body(), clock.millis());
  }

  private Outcome move(Asked asked) {
    String team = asked.path(TEAM);
    return writes.write(
        asked, "move " + team + " " + asked.body(), () -> moved(asked, team), "/teams/" + team);
  }

  private Event moved(Asked asked, String team) {
    ObjectNode record = asked.body().deepCopy();
    String year = record.has(SEASON) ? record.path(SEASON).asText() : lastSeason(team);
    long there = rows.version(List.of(year, team)).orElseThrow(TeamRoutes::none);
    record.put(SEASON, Long.valueOf(year)).put(KEY, team);
    return new Event(moves, record, newer.than(there));
  }

  private String lastSeason(String team) {
    return rows.text(SEASON, Map.of(KEY, team)).orElseThrow(TeamRoutes::none);
  }
}
