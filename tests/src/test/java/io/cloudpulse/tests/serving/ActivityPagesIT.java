package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import java.io.IOException;
import java.math.BigDecimal;
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
import org.junit.jupiter.params.provider.CsvSource;

/** What the API tells of activity is what the events themselves say, whatever it is read from. */
@ExtendWith(PostgresServer.class)
class ActivityPagesIT {
  private static final String TIME = "'YYYY-MM-DD\"T\"HH24:MI:SS\"+00:00\"'";
  private static final String RANGE =
      "event_time >= '2026-11-18T10:00:00Z' and event_time < '2026-11-20T16:00:00Z'";
  private static final String ASKED = "from=2026-11-18T10:00:00Z&to=2026-11-20T16:00:00Z";

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
  @CsvSource(
      delimiter = '|',
      value = {
        "events | PT1H | count(*) | true",
        "events | PT5M | count(*) | true",
        "views | PT30M | count(*) | action = 'view'",
        "carts | PT6H | count(*) | action = 'cart'",
        "purchases | PT12H | count(*) | action = 'purchase'",
        "revenue | PT1H | coalesce(sum(price), 0) | action = 'purchase'",
        "revenue | P1D | coalesce(sum(price), 0) | action = 'purchase'",
        "active-users | PT1H | count(distinct user_id) | true",
        "active-users | P1D | count(distinct user_id) | true",
      })
  void countsEachStep(String metric, String step, String value, String where) throws Exception {
    JsonNode page = api.json("/api/metrics/%s?step=%s&%s".formatted(metric, step, ASKED));

    String steps =
        """
        with ends as (select date_bin('%1$s', '2026-11-18T10:00:00Z', 'epoch') first,
          date_bin('%1$s', '2026-11-20T16:00:00Z'::timestamptz + '%1$s' - '1 us'::interval, 'epoch') last)
        select to_char(at, %2$s) || ' ' || (select (%3$s)::text from activity.events
          where event_time >= at and event_time < at + '%1$s'::interval and %4$s)
        from ends, generate_series(first, last - '%1$s'::interval, '%1$s') at order by at"""
            .formatted(step, TIME, value, where);
    assertThat(points(page)).isEqualTo(sql(steps)).hasSizeGreaterThan(2);
    assertThat(page.path("points").findValues("value"))
        .as("it was not all nothing")
        .anyMatch(point -> point.decimalValue().signum() > 0);
  }

  private static List<String> points(JsonNode page) {
    List<String> points = new ArrayList<>();
    page.path("points")
        .forEach(
            point ->
                points.add(
                    point.path("at").asText()
                        + " "
                        + point.path("value").decimalValue().toPlainString()));
    return points;
  }

  @Test
  void endsWithTheNewestMinuteUnlessSaidOtherwise() throws Exception {
    JsonNode page = api.json("/api/funnel");

    assertThat(page.path("to").asText() + "|" + page.path("from").asText())
        .isEqualTo(
            sql("select to_char(m, %1$s), to_char(m - '1 day'::interval, %1$s) from (select date_trunc('minute', max(event_time)) + '1 min'::interval m from activity.events) newest"
                    .formatted(TIME))
                .get(0));
  }

  @Test
  void tellsHowViewsBecamePurchases() throws Exception {
    JsonNode page = api.json("/api/funnel?" + ASKED);
    List<String> steps = new ArrayList<>();
    page.path("steps")
        .forEach(step -> steps.add(step.path("action").asText() + "|" + step.path("events")));

    assertThat(steps)
        .isEqualTo(
            sql(
                "select action, count(*) from activity.events where "
                    + RANGE
                    + " and action in ('view', 'cart', 'purchase') group by 1 order by 2 desc"))
        .hasSize(3);
    assertThat(page.path("revenue").decimalValue())
        .isEqualTo(
            new BigDecimal(
                sql("select sum(price) from activity.events where action = 'purchase' and " + RANGE)
                    .get(0)));
  }

  @Test
  void ranksProductsByWhatTheyBroughtIn() throws Exception {
    JsonNode page = api.json("/api/top-products?limit=7&" + ASKED);
    List<String> products = new ArrayList<>();
    page.path("products")
        .forEach(
            product ->
                products.add(
                    "%s|%s|%s|%s"
                        .formatted(
                            product.path("product_id"),
                            product.path("events"),
                            product.path("purchases"),
                            product.path("revenue").decimalValue().toPlainString())));

    assertThat(products)
        .isEqualTo(
            sql(
                "select product_id, count(*), count(*) filter (where action = 'purchase'),"
                    + " coalesce(sum(price) filter (where action = 'purchase'), 0) r"
                    + " from activity.events where product_id is not null and "
                    + RANGE
                    + " group by 1 order by r desc, 2 desc, 1 limit 7"))
        .hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({"PT1H, hour, 24", "P1D, day, 30"})
  void countsUsersOfHoursAndDays(String window, String unit, int most) throws Exception {
    JsonNode page = api.json("/api/active-users?window=" + window);
    List<String> series = new ArrayList<>();
    page.path("series")
        .forEach(
            one ->
                series.add(
                    "%s|%s|%s"
                        .formatted(
                            one.path("window_start").asText(),
                            one.path("active_users"),
                            one.path("is_exact"))));

    List<String> all =
        sql(
            "select to_char(date_trunc('%1$s', event_time), %2$s), count(distinct user_id), 'true'"
                    .formatted(unit, TIME)
                + " from activity.events group by date_trunc('%1$s', event_time) having date_trunc('%1$s', event_time) > (select date_trunc('%1$s', max(event_time)) - %3$d * interval '1 %1$s' from activity.events) order by 1"
                    .formatted(unit, TIME, most));
    assertThat(series).isEqualTo(all).hasSizeGreaterThan(2);
    assertThat(page.path("active_users").asText())
        .isEqualTo(all.get(all.size() - 1).split("\\|")[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2026-10-22, 2026-11-21",
    "&to=2026-11-19T12:00:00Z, 2026-10-20, 2026-11-19",
    "&to=2026-11-18T00:00:00Z, 2026-10-19, 2026-11-18",
    "&to=2020-01-01T00:00:00Z, 2019-12-02, 2020-01-01"
  })
  void countsUsersOfThirtyDaysByName(String to, String first, String end) throws Exception {
    JsonNode page = api.json("/api/active-users?window=P30D" + to);

    assertThat(page.path("active_users").asText())
        .isEqualTo(
            sql("select count(distinct user_id) from activity.events where event_time >= '%s' and event_time < '%s'"
                    .formatted(first, end))
                .get(0));
    assertThat(page.path("at").asText()).isEqualTo(end + "T00:00:00+00:00");
    assertThat(page.at("/series/0/window_start").asText()).isEqualTo(first + "T00:00:00+00:00");
    assertThat(page.path("is_exact").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/metrics/events?step=PT1M&from=2020-01-01T00:00:00Z | The time has too many steps",
        "/api/metrics/active-users?step=PT6H | The metric has no such step",
        "/api/funnel?from=2026-11-20T00:00:00Z&to=2026-11-19T00:00:00Z | The time has no length",
        "/api/top-products?from=2026-11-20T00:00:00Z&to=2026-11-20T00:00:00Z | The time has no length",
        "/api/metrics/events?from=0001-01-01T00:00:00Z | The time has too many steps",
      })
  void refusesATimeThatIsNone(String path, String title) {
    var answer = api.get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ServingProcess.parsed(answer).path("title").asText()).isEqualTo(title);
  }

  /** A time that nobody has seen yet is a day of which nothing is known, not a mistake. */
  @Test
  void countsNothingAfterTheNewest() {
    JsonNode page = api.json("/api/metrics/events?step=P1D&from=9999-12-31T00:00:00Z");

    assertThat(points(page)).containsExactly("9999-12-31T00:00:00+00:00 0");
  }

  @Test
  void tellsEveryMistake() {
    assertThat(
            ServingProcess.mistaken(
                api.get("/api/metrics/clicks?from=soon&to=2026-11-20&step=PT7M&x=1")))
        .containsExactly("from", "name", "step", "to", "x");
    assertThat(ServingProcess.mistaken(api.get("/api/users/-1/activity?limit=201")))
        .containsExactly("id", "limit");
    assertThat(ServingProcess.mistaken(api.get("/api/active-users?window=PT2H")))
        .containsExactly("window");
  }
}
