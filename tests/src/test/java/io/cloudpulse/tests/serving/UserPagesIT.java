package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.likelihood.SomeModel;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API tells of a user is what the user's events say. */
@ExtendWith(PostgresServer.class)
class UserPagesIT {
  private static final String TIME = "'YYYY-MM-DD\"T\"HH24:MI:SS\"+00:00\"'";

  private static ServedEvents events;
  private static ServingProcess api;

  @BeforeAll
  static void load(Database database, @TempDir Path folder) throws IOException {
    events = ServedEvents.in(database, folder);
    api = events.api();
  }

  @AfterAll
  static void stop() throws IOException {
    events.close();
  }

  private static List<String> sql(String query) throws SQLException {
    return events.sql(query);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 200})
  void tellsWhatAUserDid(int limit) throws Exception {
    for (String user : List.of("1000", "1031", "1059")) {
      JsonNode page = api.json("/api/users/%s/activity?limit=%d".formatted(user, limit));
      List<String> events = new ArrayList<>();
      page.path("events")
          .forEach(event -> events.add(event.path("event_time").asText() + event.path("price")));

      String of = " from activity.events where user_id = " + user;
      assertThat(events)
          .isEqualTo(
              sql(
                  "select to_char(event_time, "
                      + TIME
                      + ") || price"
                      + of
                      + " order by event_time desc, _content limit "
                      + limit));
      assertThat(page.at("/totals/events").asText()).isEqualTo(sql("select count(*)" + of).get(0));
      assertThat(page.at("/totals/revenue").decimalValue())
          .isEqualByComparingTo(
              sql("select coalesce(sum(price), 0)" + of + " and action = 'purchase'").get(0));
      assertThat(page.at("/totals/days").asInt())
          .isEqualTo(Integer.parseInt(sql("select count(distinct event_time::date)" + of).get(0)));
      assertThat(page.path("days").findValuesAsText("day"))
          .isEqualTo(
              sql("select distinct event_time::date" + of + " order by 1 desc limit " + limit));
    }
  }

  @Test
  void splitsWhatAUserDidIntoSessions() throws Exception {
    JsonNode page = api.json("/api/users/1031/activity?limit=200");

    List<String> sessions = new ArrayList<>();
    page.path("sessions")
        .forEach(
            session ->
                sessions.add(
                    session.path("session_start").asText() + "|" + session.path("events")));
    assertThat(sessions)
        .isEqualTo(
            sql(
                """
                select to_char(min(event_time), %s), count(*) from (
                  select event_time, sum(begins) over (order by event_time) nth from (
                    select event_time, (event_time - lag(event_time) over (order by event_time)
                      >= '30 min' is not false)::int begins
                    from activity.events where user_id = 1031) e) numbered
                group by nth order by 1 desc"""
                    .formatted(TIME)))
        .hasSizeGreaterThan(1);
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(title("/api/users/77/activity")).isEqualTo("There is no such user");
    assertThat(title("/api/predictions")).isEqualTo("There are no rows yet");
    assertThat(api.get("/api/predictions").body()).contains("./pulse train");
  }

  private static String title(String path) {
    var answer = api.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    return ServingProcess.parsed(answer).path("title").asText();
  }

  /** From events, by a model and the table that the pipeline makes, to the page. */
  @Test
  void ranksThoseWhoAreLikelyToBuy(@TempDir Path folder) throws Exception {
    String model = predict(folder);
    try {
      List<String> all = predictions("?limit=1000");

      assertThat(all)
          .isEqualTo(
              sql(
                  "select user_id, likelihood, model, to_char(session_start, "
                      + TIME
                      + "), to_char(event_time, "
                      + TIME
                      + "), events, views, carts, purchases"
                      + " from activity.predictions order by likelihood desc, user_id"))
          .hasSize(60)
          .anyMatch(row -> row.contains("|0.75|" + model + "|"))
          .anyMatch(row -> row.contains("|0.125|" + model + "|"));
      assertThat(predictions("?limit=6")).isEqualTo(all.subList(0, 6));
      assertThat(predictions("?user_id=1007"))
          .isEqualTo(all.stream().filter(row -> row.startsWith("1007|")).toList())
          .hasSize(1);
      assertThat(predictions("?user_id=77")).isEmpty();
    } finally {
      events.events().execute("drop table activity.predictions");
    }
  }

  /** Moves the events once more, with a model; returns its id. */
  private static String predict(Path folder) throws IOException {
    Path models = folder.resolve("models");
    String model = SomeModel.publish(models, 0.125, 0.75);
    Path file = ShopEvents.write(folder);
    Moving moving = Moving.of("activity.events", events.events()).with("--model=" + models);
    assertThat(moving.run(file).exitCode()).isZero();
    return model;
  }

  private static List<String> predictions(String asked) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : api.json("/api/predictions" + asked).path("predictions")) {
      List<String> values = new ArrayList<>();
      row.forEach(value -> values.add(value.asText()));
      rows.add(String.join("|", values));
    }
    return rows;
  }
}
