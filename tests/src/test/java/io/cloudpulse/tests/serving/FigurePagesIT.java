package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.pipelines.demo.made.Figures;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the API tells of countries, shares, salaries and deals is what SQL says of them. */
@ExtendWith(PostgresServer.class)
class FigurePagesIT {
  private static Database database;
  private static ServingProcess api;

  @BeforeAll
  static void load(Database ours, @TempDir Path folder) throws Exception {
    database = ours;
    Path figures = Files.write(folder.resolve("figures.csv"), Figures.of(3).lines());
    Generated.must(Moving.of("indicators.values", database).run(figures));
    Generated.move("stocks.prices", 300, database, folder);
    Generated.move("salaries.jobs", 300, database, folder);
    Generated.move("crm.sales_pipeline", 300, database, folder);
    api = ServingProcess.over(database);
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
  }

  /** Each element's fields joined by bars, as {@link Database#query} joins columns. */
  private static List<String> rows(JsonNode list, String... fields) {
    List<String> rows = new ArrayList<>();
    for (JsonNode one : list) {
      List<String> values = new ArrayList<>();
      for (String field : fields) {
        JsonNode value = one.path(field);
        values.add(
            value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText("null"));
      }
      rows.add(String.join("|", values));
    }
    return rows;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String one(String sql) throws SQLException {
    return database.query(sql).get(0);
  }

  @Test
  void listsIndicators() throws Exception {
    assertThat(
            rows(
                api.json("/api/indicators").path("indicators"),
                "code",
                "name",
                "countries",
                "first_year",
                "last_year"))
        .isEqualTo(
            database.query(
                "select indicator, max(indicator_name), count(distinct country), min(year), max(year)"
                    + " from indicators.\"values\" group by 1 order by 1"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void tellsAnIndicatorByCountryAndYear() throws Exception {
    String code =
        one("select indicator from indicators.\"values\" group by 1 order by count(*) desc");
    List<String> countries =
        database.query(
            "select country from indicators.\"values\" where indicator = '%s' group by 1 order by count(*) desc, 1 limit 2"
                .formatted(code));
    String middle =
        one("select percentile_disc(0.5) within group (order by year) from indicators.\"values\"");
    String asked = "/api/indicators/" + encoded(code) + "?country=" + encoded(countries.get(0));

    JsonNode all = api.json(asked + "&country=" + encoded(countries.get(1)) + "&country=NOWHERE");
    assertThat(points(all))
        .isEqualTo(points(code, "country in ('" + String.join("', '", countries) + "')"))
        .isNotEmpty();
    assertThat(points(api.json(asked + "&from=" + middle)))
        .isEqualTo(
            points(code, "country = '%s' and year >= %s".formatted(countries.get(0), middle)));
    assertThat(points(api.json(asked + "&to=" + middle)))
        .isEqualTo(
            points(code, "country = '%s' and year <= %s".formatted(countries.get(0), middle)));
    assertThat(points(api.json("/api/indicators/" + encoded(code))))
        .isEqualTo(points(code, "true"));
  }

  private static List<String> points(JsonNode page) {
    List<String> points = new ArrayList<>();
    for (JsonNode series : page.path("series")) {
      Function<String, String> named =
          row ->
              series.path("country").asText()
                  + "|"
                  + series.path("country_name").asText()
                  + "|"
                  + row;
      rows(series.path("points"), "year", "value").stream().map(named).forEach(points::add);
    }
    return points;
  }

  /** A double is told with all the digits that tell it from its neighbours. */
  private static List<String> points(String code, String where) throws SQLException {
    return database.query(
        "select country, max(country_name) over (partition by country), year, (to_json(value)::text)::numeric"
            + " from indicators.\"values\" where indicator = '%s' and %s order by 1, 3"
                .formatted(code, where));
  }

  @Test
  void listsShares() throws Exception {
    assertThat(rows(api.json("/api/stocks").path("stocks"), "symbol", "first", "last", "days"))
        .isEqualTo(
            database.query(
                "select symbol, min(date), max(date), count(*) from stocks.prices group by 1 order by 1"))
        .isNotEmpty();
  }

  @Test
  void tellsAShareByDay() throws Exception {
    String symbol = one("select symbol from stocks.prices group by 1 order by count(*) desc, 1");
    String middle =
        one("select percentile_disc(0.5) within group (order by date) from stocks.prices");
    String prices = "select date, close, volume from stocks.prices where symbol = '" + symbol + "'";

    assertThat(days("/api/stocks/" + symbol)).isEqualTo(database.query(prices + " order by 1"));
    assertThat(days("/api/stocks/" + symbol + "?from=" + middle))
        .isEqualTo(database.query(prices + " and date >= '" + middle + "' order by 1"))
        .isNotEmpty();
    assertThat(days("/api/stocks/" + symbol + "?to=" + middle))
        .isEqualTo(database.query(prices + " and date <= '" + middle + "' order by 1"));
    assertThat(days("/api/stocks/" + symbol + "?from=1800-01-01&to=1800-01-02")).isEmpty();
  }

  private static List<String> days(String path) {
    return rows(api.json(path).path("points"), "date", "close", "volume");
  }

  @Test
  void tellsWhatRolesEarn() throws Exception {
    String sql =
        "select job_title, count(*) n, percentile_cont(0.5) within group (order by salary_in_usd),"
            + " percentile_cont(0.25) within group (order by salary_in_usd),"
            + " percentile_cont(0.75) within group (order by salary_in_usd)"
            + " from salaries.jobs where %s group by 1 order by n desc, 1 limit %d";
    String year = one("select work_year from salaries.jobs group by 1 order by count(*) desc");

    assertThat(roles("/api/salaries")).isEqualTo(database.query(sql.formatted("true", 20)));
    assertThat(roles("/api/salaries?limit=2&year=" + year))
        .isEqualTo(database.query(sql.formatted("work_year = " + year, 2)))
        .isNotEmpty();
  }

  private static List<String> roles(String path) {
    return rows(api.json(path).path("roles"), "role", "people", "median_usd", "p25_usd", "p75_usd");
  }

  @Test
  void tellsDealsByStage() throws Exception {
    assertThat(rows(api.json("/api/pipeline").path("stages"), "stage", "opportunities", "value"))
        .isEqualTo(
            database.query(
                "select deal_stage, count(*), coalesce(sum(close_value), 0) from crm.sales_pipeline"
                    + " group by 1 order by array_position("
                    + "array['Prospecting', 'Engaging', 'Won', 'Lost'], deal_stage)"))
        .hasSize(4);
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(api.get("/api/indicators/NO.SUCH").statusCode()).isEqualTo(404);
    assertThat(api.get("/api/indicators/x%27%20or%20true%20--").statusCode()).isEqualTo(404);
    assertThat(api.get("/api/stocks/NONE").statusCode()).isEqualTo(404);
    assertThat(api.get("/api/stocks/..%2F..%2Fetc%2Fpasswd").statusCode()).isIn(400, 404);
    assertThat(
            ServingProcess.mistaken(
                api.get("/api/indicators/X?from=MM&to=10000&country=" + "X".repeat(101))))
        .containsExactly("country", "from", "to");
    assertThat(ServingProcess.mistaken(api.get("/api/stocks/X?from=2026-13-01&to=now")))
        .containsExactly("from", "to");
    assertThat(ServingProcess.mistaken(api.get("/api/salaries?limit=0&year=x")))
        .containsExactly("limit", "year");
    assertThat(api.get("/api/stocks/X?from=%2B999999999-01-01").statusCode()).isIn(400, 404);
  }
}
