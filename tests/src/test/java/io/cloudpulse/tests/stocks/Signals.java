package io.cloudpulse.tests.stocks;

import io.cloudpulse.tests.kit.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** The signals of a database beside what PostgreSQL itself computes of its prices. */
record Signals(Database database) {
  private static final String COLUMNS =
      "symbol, date, close, simple_return, log_return, average_5, average_20, average_50,"
          + " average_200, volatility_20, high_52_weeks, low_52_weeks, relative_volume_20";

  /** Rows that are missing or not as they must be, then those that must not be there. */
  List<String> differences() throws SQLException {
    String stored = "select %s from stocks.signals".formatted(COLUMNS);
    String expected = "select %s from expected".formatted(COLUMNS);
    return database.query(
        computed()
            + "(select 'expected', * from (%s except %s) a limit 5)".formatted(expected, stored)
            + " union all (select 'found', * from (%s except %s) b limit 5)"
                .formatted(stored, expected));
  }

  /** How many rows there are, and how many of them have the rarest of signals. */
  String counts() throws SQLException {
    return database.one(
        "select count(*), count(average_200), count(high_52_weeks) from stocks.signals");
  }

  private static String computed() {
    try (InputStream in = Signals.class.getResourceAsStream("/stocks/signals.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
