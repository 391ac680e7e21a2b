package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API says of rows is what SQL says of them. */
@ExtendWith(PostgresServer.class)
class DatasetPagesIT {
  private static final String ORDERS = "/api/datasets/northwind.orders";
  private static final int ROWS = 500;

  @TempDir static Path folder;

  /** Of 500 orders, each third has no shipped date, and some share one. */
  private static ServingProcess serve(Database database) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "orderID,customerID,employeeID,orderDate,requiredDate,shippedDate,shipVia,freight,shipName,"
            + "shipAddress,shipCity,shipRegion,shipPostalCode,shipCountry");
    IntStream.rangeClosed(1, ROWS)
        .mapToObj(
            i ->
                "%d,CUST%d,1,2026-01-%02d,,%s,,%d.%02d,\"Hanari, \"\"Carnes\"\" %d\",,,,,%s"
                    .formatted(
                        i,
                        i % 7,
                        i % 28 + 1,
                        i % 3 == 0 ? "" : "2026-02-%02d".formatted(i % 9 + 1),
                        i % 50,
                        i % 100,
                        i,
                        i % 2 == 0 ? "France" : "Côte d'Ivoire"))
        .forEach(lines::add);
    Path file = Files.write(folder.resolve("orders.csv"), lines);
    assertThat(Moving.of("northwind.orders", database).run(file).exitCode()).isZero();
    return ServingProcess.over(database);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shipped_date", "-shipped_date", "freight", "-ship_country"})
  void pagesHoldEachRowOnce(String sort, Database database) throws Exception {
    try (ServingProcess api = serve(database)) {
      List<String> seen = new ArrayList<>();
      String cursor = "";
      do {
        String order = sort.isEmpty() ? "" : "&sort=" + sort;
        JsonNode page = api.json(ORDERS + "?limit=37" + order + cursor);
        seen.addAll(page.path("rows").findValuesAsText("order_id"));
        cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asText();
      } while (cursor != null);

      String by = sort.isEmpty() ? "" : sort.replaceFirst("^-(.*)", "$1 desc") + " nulls last, ";
      assertThat(seen)
          .isEqualTo(
              database.query("select order_id from northwind.orders order by " + by + "order_id"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ship_country=France | ship_country = 'France'",
        "ship_country=France&ship_country=C%C3%B4te%20d%27Ivoire | true",
        "freight.min=10.05&freight.max=12 | freight between 10.05 and 12",
        "shipped_date.null=true&order_date.min=2026-01-20 | shipped_date is null and order_date >= '2026-01-20'",
        "customer_id=CUST3&shipped_date.null=false | customer_id = 'CUST3' and shipped_date is not null",
        "order_id=9223372036854775807 | false",
        "ship_name=x%27%20or%20true%20-- | false",
      })
  void filtersAsSqlDoes(String query, String where, Database database) throws Exception {
    try (ServingProcess api = serve(database)) {
      assertThat(
              api.json(ORDERS + "?limit=1000&" + query).path("rows").findValuesAsText("order_id"))
          .isEqualTo(
              database.query(
                  "select order_id from northwind.orders where " + where + " order by order_id"));
    }
  }

  @Test
  void keepsDigitsAndTexts(Database database) throws Exception {
    try (ServingProcess api = serve(database)) {
      JsonNode row = api.json(ORDERS + "?order_id=107").path("rows").path(0);
      assertThat(row.path("freight").asText()).isEqualTo("7.07");
      assertThat(row.path("ship_country").asText()).isEqualTo("Côte d'Ivoire");
      assertThat(api.get(ORDERS + "?order_id=106&format=csv").body())
          .isEqualTo(
              "order_id,customer_id,employee_id,order_date,required_date,shipped_date,ship_via,"
                  + "freight,ship_name,ship_address,ship_city,ship_region,ship_postal_code,"
                  + "ship_country\r\n106,CUST1,1,2026-01-23,,2026-02-08,,6.06,"
                  + "\"Hanari, \"\"Carnes\"\" 106\",,,,,France\r\n");
    }
  }

  @Test
  void sendsNothingTwice(Database database) throws Exception {
    try (ServingProcess api = serve(database)) {
      HttpResponse<String> first = api.get(ORDERS);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = api.get(ORDERS, "If-None-Match", "\"other\", W/" + tag);
      assertThat(again.statusCode() + again.body()).isEqualTo("304");

      database.execute("delete from northwind.orders where order_id = 1");
      assertThat(api.get(ORDERS, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void tellsEveryMistakeAndChangesNothing(Database database) throws Exception {
    try (ServingProcess api = serve(database)) {
      HttpResponse<String> wrong =
          api.get(
              ORDERS
                  + "?limit=1000000000&sort=ship_name%3Bdrop&q=%27%3Bdrop%20table&freight.min=1e999"
                  + "&order_date=soon&cursor=abc&shipped_date.null=maybe&ship_name=%00");
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(ServingProcess.mistaken(wrong))
          .containsExactly(
              "cursor",
              "freight.min",
              "limit",
              "order_date",
              "q",
              "ship_name",
              "shipped_date.null",
              "sort");
      assertThat(wrong.body()).doesNotContain("Exception", "at io.", "PSQL");
      assertThat(status(api, "/api/datasets/..%2F..%2Fetc%2Fpasswd")).isIn(400, 404);
      assertThat(status(api, "/api/datasets/northwind.products")).isEqualTo(404);
      assertThat(api.send("DELETE", ORDERS).statusCode()).isEqualTo(405);
      assertThat(database.one("select count(*) from northwind.orders")).isEqualTo("" + ROWS);
    }
  }

  private static int status(ServingProcess api, String path) {
    return api.get(path).statusCode();
  }

  @Test
  void answersEachExampleOfItsDocument(Database database) throws Exception {
    try (ServingProcess api = serve(database)) {
      JsonNode document = api.json("/api/openapi.json");
      assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
      JsonNode parameters = document.path("paths").path(ORDERS).path("get").path("parameters");
      assertThat(parameters).hasSizeGreaterThan(50);
      for (JsonNode declared : parameters) {
        JsonNode parameter =
            declared.has("$ref")
                ? document.at(declared.path("$ref").asText().substring(1))
                : declared;
        String name = parameter.path("name").asText();
        if (!name.equals("cursor")) {
          String query = name + "=" + parameter.path("example").asText();
          assertThat(status(api, ORDERS + "?" + query)).as(query).isEqualTo(200);
        }
      }
      List<String> datasets = new ArrayList<>();
      document.path("paths").fieldNames().forEachRemaining(datasets::add);
      datasets.removeIf(path -> !path.matches("/api/datasets/[a-z_.]+"));
      assertThat(datasets).hasSizeGreaterThan(25);
      datasets.forEach(path -> assertKnown(api, path));
    }
  }

  private static void assertKnown(ServingProcess api, String path) {
    HttpResponse<String> answer = api.get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isIn(200, 404);
    if (answer.statusCode() == 404) {
      assertThat(ServingProcess.parsed(answer).path("title").asText())
          .isEqualTo("There are no rows yet");
    }
  }
}
