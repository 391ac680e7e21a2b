package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
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

/** From prices, by the pipeline's own table of signals, to what the API tells of a share. */
@ExtendWith(PostgresServer.class)
class SignalPagesIT {
  private static final int SHARES = 25;

  /** Of trading: as many as the rarest of signals wants. */
  private static final int DAYS = 280;

  private static final List<String> SIGNALS =
      List.of(
          "return",
          "average_5",
          "average_20",
          "average_50",
          "average_200",
          "volatility_20",
          "high_52_weeks",
          "low_52_weeks",
          "relative_volume_20");

  /** Of a day that none were computed of. */
  private static final String NONE = "|null".repeat(SIGNALS.size());

  private static Database database;
  private static ServingProcess api;
  private static String symbol;

  @BeforeAll
  static void load(Database ours, @TempDir Path folder) throws Exception {
    database = ours;
    Generated.move("stocks.prices", SHARES * DAYS, database, folder);
    symbol = database.one("select min(symbol) from stocks.prices");
    api = ServingProcess.over(database);
  }

  @AfterAll
  static void stop() throws IOException {
    api.close();
  }

  @Test
  void tellsSignalsWhereTheyWereComputed() throws Exception {
    database.execute("delete from stocks.signals where extract(day from date) < 16");

    assertThat(told())
        .isEqualTo(
            query(
                "select p.date, simple_return, average_5, average_20, average_50, average_200,"
                    + " volatility_20, high_52_weeks, low_52_weeks, relative_volume_20"
                    + " from stocks.prices p left join stocks.signals s using (symbol, date)"
                    + " where p.symbol = '%s' order by 1"))
        .hasSize(DAYS)
        .anyMatch(day -> day.endsWith(NONE))
        .anyMatch(day -> !day.contains("null"));
  }

  @Test
  void tellsPricesWhereNoSignalsWereComputed() throws Exception {
    database.execute("alter table stocks.signals rename to put_away");
    try {
      assertThat(told())
          .isEqualTo(
              query("select date from stocks.prices where symbol = '%s' order by 1").stream()
                  .map(day -> day + NONE)
                  .toList())
          .hasSize(DAYS);
    } finally {
      database.execute("alter table stocks.put_away rename to signals");
    }
  }

  private static List<String> query(String sql) throws SQLException {
    return database.query(sql.formatted(symbol));
  }

  /** Each day with its signals, joined as {@link Database#query} joins columns. */
  private static List<String> told() {
    List<String> days = new ArrayList<>();
    for (JsonNode point : api.json("/api/stocks/" + symbol).path("points")) {
      StringBuilder day = new StringBuilder(point.path("date").asText());
      for (String signal : SIGNALS) {
        JsonNode value = point.path(signal);
        day.append('|').append(value.isNull() ? "null" : value.decimalValue().toPlainString());
      }
      days.add(day.toString());
    }
    return days;
  }
}
