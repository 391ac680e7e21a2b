package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Folders;
import io.cloudpulse.tests.kit.Loopback;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.serving.OrderFilters.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is filtered by, in whatever order and however long a page is: walking the pages gives
 * what SQL gives, each row once.
 */
class PagePropertiesIT {
  private static final int ROWS = 250;
  private static final String ORDERS = "/api/datasets/northwind.orders";
  private static final String LETTERS = "/api/dead-letters";

  private static Path home;
  private static LocalPostgres postgres;
  private static Database database;
  private static ServingProcess api;

  @BeforeContainer
  static void load() throws Exception {
    home = Files.createTempDirectory("pulse-tests");
    postgres = LocalPostgres.in(home).onPort(Loopback.freePort());
    database = Database.create(postgres.start(), "pages");
    Path file = home.resolve("orders.csv");
    Generated.must(
        PulseCommand.run(
            "generate",
            "--dataset=northwind.orders",
            "--rows=" + ROWS,
            "--seed=5",
            "--dirty=0.3",
            "--out=" + file));
    Generated.must(Moving.of("northwind.orders", database).with("--maxRefused=1").run(file));
    api = ServingProcess.over(database);
  }

  @AfterContainer
  static void stop() throws IOException {
    api.close();
    postgres.wipe();
    Folders.delete(home);
  }

  /** At most one filter of each column. */
  @Provide
  Arbitrary<List<Filter>> filters() {
    OrderFilters filters = new OrderFilters(database);
    Arbitrary<List<Filter>> some =
        Combinators.combine(
                filters.of("ship_country", "text", "Atlantis").optional(0.4),
                filters.of("freight", "numeric", "-1").optional(0.4),
                filters.of("shipped_date", "date", "1999-12-31").optional(0.4),
                filters.of("order_id", "bigint", "-9223372036854775808").optional(0.4))
            .as(List::of)
            .map(all -> all.stream().flatMap(Optional::stream).toList());
    return some;
  }

  @Provide
  Arbitrary<String> orders() {
    return Arbitraries.of(
        "",
        "order_id",
        "-order_id",
        "freight",
        "-freight",
        "shipped_date",
        "-shipped_date",
        "ship_country",
        "-ship_region",
        "employee_id");
  }

  @Property(tries = 150)
  void walksGiveWhatSqlGives(
      @ForAll("filters") List<Filter> filters,
      @ForAll("orders") String order,
      @ForAll("limits") int limit)
      throws SQLException {
    String said = filters.stream().map(Filter::said).collect(Collectors.joining("&"));
    String sort = order.isEmpty() ? "" : "&sort=" + order;
    String where = filters.stream().map(Filter::sql).collect(Collectors.joining(" and "));
    String by = order.isEmpty() ? "" : order.replaceFirst("^-(.*)", "$1 desc") + " nulls last, ";

    assertThat(walk(ORDERS + "?limit=" + limit + sort + "&" + said, "rows", "order_id"))
        .as(said + sort)
        .isEqualTo(
            database.query(
                "select order_id from northwind.orders where %s order by %sorder_id"
                    .formatted(where.isEmpty() ? "true" : where, by)));
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(11, 60), Arbitraries.integers().between(61, 500));
  }

  @Provide
  Arbitrary<Filter> letters() {
    try {
      Arbitrary<Filter> reasons =
          Arbitraries.of(
                  database.query("select distinct reason from pulse.dead_letters order by 1"))
              .map(reason -> new Filter("reason=" + reason, "reason = '" + reason + "'"));
      Arbitrary<Filter> states =
          Arbitraries.of("open", "replayed", "discarded")
              .map(state -> new Filter("state=" + state, "status = '" + state + "'"));
      Filter all = new Filter("state=all&dataset=northwind.orders", "true");
      return Arbitraries.oneOf(
          reasons.map(one -> new Filter(one.said() + "&state=all", one.sql())),
          states,
          Combinators.combine(reasons, states)
              .as(
                  (one, two) ->
                      new Filter(one.said() + "&" + two.said(), one.sql() + " and " + two.sql())),
          Arbitraries.of(all, new Filter("dataset=no.where", "false")));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Property(tries = 40)
  void walksOfLettersGiveWhatSqlGives(@ForAll("letters") Filter filter, @ForAll("short") int limit)
      throws SQLException {
    database.execute(
        "update pulse.dead_letters set status = (array['open', 'replayed', 'discarded'])"
            + "[1 + abs(hashtext(id)) % 3]");

    assertThat(walk(LETTERS + "?limit=" + limit + "&" + filter.said(), "letters", "id"))
        .as(filter.said())
        .isEqualTo(
            database.query(
                "select id from pulse.dead_letters where "
                    + filter.sql()
                    + " order by first_seen desc, id"));
  }

  @Provide("short")
  Arbitrary<Integer> shortPages() {
    return Arbitraries.integers().between(5, 100);
  }

  /** What is stored between two pages neither doubles nor hides a row that was there. */
  @Property(tries = 15)
  void walksBearThatRowsAreStoredMeanwhile(
      @ForAll("orders") String order, @ForAll("short") int limit) throws SQLException {
    Set<String> there =
        new LinkedHashSet<>(database.query("select order_id from northwind.orders"));
    String sort = order.isEmpty() ? "" : "&sort=" + order;
    List<String> seen = new ArrayList<>();
    String cursor = "";
    long next = Long.parseLong(database.one("select max(order_id) + 1 from northwind.orders"));
    try {
      while (cursor != null) {
        JsonNode page = api.json(ORDERS + "?limit=" + limit + sort + cursor);
        seen.addAll(page.path("rows").findValuesAsText("order_id"));
        cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asText();
        storeSome(next, seen.size());
        next += 4;
        if (seen.size() > 5 * ROWS) {
          break;
        }
      }
      assertThat(seen).doesNotHaveDuplicates().containsAll(there);
    } finally {
      database.execute("delete from northwind.orders where ship_name = 'meanwhile'");
    }
  }

  /** Copies of rows that are there, under other keys: before, among and after those of the page. */
  private static void storeSome(long next, int seen) throws SQLException {
    if (seen > 2 * ROWS) {
      return;
    }
    database.execute(
        """
        insert into northwind.orders (order_id, customer_id, employee_id, order_date, shipped_date, freight,
          ship_name, ship_country, ship_region, _version)
        select case when n %% 2 = 0 then %1$d + n else -%1$d - n end, customer_id, employee_id, order_date,
          shipped_date, freight, 'meanwhile', ship_country, ship_region, _version
        from (select *, row_number() over (order by order_id * %1$d %% 97) n from northwind.orders
          where ship_name is distinct from 'meanwhile') chosen where n <= 4"""
            .formatted(next));
  }

  /** New letters come first; none that was there is passed over or told again. */
  @Property(tries = 10)
  void walksOfLettersBearThatMoreAreLeftMeanwhile(@ForAll("short") int limit) throws SQLException {
    List<String> there = database.query("select id from pulse.dead_letters");
    List<String> seen = new ArrayList<>();
    String cursor = "";
    try {
      while (cursor != null) {
        JsonNode page = api.json(LETTERS + "?state=all&limit=" + limit + cursor);
        seen.addAll(page.path("letters").findValuesAsText("id"));
        cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asText();
        database.execute(
            """
            insert into pulse.dead_letters (id, dataset, step, reason, message, field, original,
              source, byte_offset, line, attempts, run, first_seen)
            select md5(random()::text), dataset, 'meanwhile', reason, message, field, original,
              source, byte_offset, line, attempts, run, clock_timestamp()
            from pulse.dead_letters where step <> 'meanwhile' limit 3""");
      }
      assertThat(seen).containsExactlyInAnyOrderElementsOf(there);
    } finally {
      database.execute("delete from pulse.dead_letters where step = 'meanwhile'");
    }
  }

  private static List<String> walk(String path, String list, String key) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = api.json(path + cursor);
      seen.addAll(page.path(list).findValuesAsText(key));
      cursor = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asText();
    }
    return seen;
  }
}
