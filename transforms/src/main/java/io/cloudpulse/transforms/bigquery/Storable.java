package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.Surrogates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Knows what BigQuery's types cannot hold, so that it need not be asked about every such row. */
final class Storable {
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant AFTER_THE_LAST_MOMENT = Instant.parse("+10000-01-01T00:00:00Z");

  private final List<Column> columns;
  private final Map<String, Long> longest;

  /**
   * Knows the limits of types, and those that a table sets to its texts.
   *
   * @param longest how many characters a column takes at most; those that take any are none of it
   */
  Storable(List<Column> columns, Map<String, Long> longest) {
    this.columns = List.copyOf(columns);
    this.longest = Map.copyOf(longest);
  }

  /**
   * Looks at each value.
   *
   * @throws Refusal if there is one that no row can hold
   */
  void check(Object[] values) {
    for (Column column : columns) {
      if (column.place() != Column.OF_THE_VERSION) {
        Object value = values[column.place()];
        check(column, value);
        if (value instanceof String text) {
          checkLength(column, text);
        }
      }
    }
  }

  private void checkLength(Column column, String text) {
    long most = longest.getOrDefault(column.name(), Long.MAX_VALUE);
    if (text.length() > most && text.codePointCount(0, text.length()) > most) {
      throw refusal(
          column,
          "it has %d characters, and STRING(%d) takes %d"
              .formatted(text.codePointCount(0, text.length()), most, most));
    }
  }

  private static void check(Column column, Object value) {
    if (value instanceof String text && !Surrogates.arePaired(text)) {
      throw refusal(column, "it holds half of a surrogate pair, which is no character");
    }
    if (value instanceof LocalDate day && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
      throw refusal(column, day + " is not within 0001-01-01 and 9999-12-31");
    }
    if (value instanceof Instant time
        && (time.isBefore(FIRST_MOMENT) || !time.isBefore(AFTER_THE_LAST_MOMENT))) {
      throw refusal(column, time + " is not within the years 0001 and 9999");
    }
  }

  private static Refusal refusal(Column column, String why) {
    return Refusal.of(
        Reason.SINK,
        column.name(),
        "BigQuery cannot hold the value of " + column.name() + ": " + why);
  }
}
