package io.cloudpulse.pipelines.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Prices look like prices, and what is planted among them is as with any dataset. */
class QuotesTest {
  private static final Dataset PRICES = Datasets.named("stocks.prices");
  private static final int SYMBOL = 0;
  private static final int DATE = 1;
  private static final int OPEN = 2;
  private static final int HIGH = 3;
  private static final int LOW = 4;
  private static final int CLOSE = 5;

  @Test
  void tellsEachTradingDayOfAllSharesBeforeTheNext() {
    List<String[]> rows = rows(Generated.clean(PRICES, 25 * 12));

    assertThat(rows.stream().map(row -> row[SYMBOL]).distinct()).hasSize(25);
    assertThat(rows.stream().map(row -> row[DATE])).isSorted();
    assertThat(rows.stream().map(row -> row[DATE]).distinct())
        .hasSize(12)
        .startsWith("2000-01-03", "2000-01-04")
        .endsWith("2000-01-17", "2000-01-18")
        .allMatch(date -> LocalDate.parse(date).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
  }

  @Test
  void walksFromDayToDayWithinTheDaysOwnRange() {
    Map<String, Double> before = new HashMap<>();
    Set<Double> closes = new HashSet<>();
    for (String[] row : rows(Generated.clean(PRICES, 25 * 400))) {
      double open = Double.parseDouble(row[OPEN]);
      double close = Double.parseDouble(row[CLOSE]);
      assertThat(Double.parseDouble(row[HIGH])).isGreaterThanOrEqualTo(Math.max(open, close));
      assertThat(Double.parseDouble(row[LOW])).isLessThanOrEqualTo(Math.min(open, close));
      Double last = before.put(row[SYMBOL], close);
      if (last != null) {
        assertThat(close / last).isBetween(0.85, 1.15);
        assertThat(open / last).isBetween(0.98, 1.02);
      }
      closes.add(close);
    }
    assertThat(closes.stream().mapToDouble(close -> close)).allMatch(close -> close >= 1);
    assertThat(closes).hasSizeGreaterThan(3_000);
  }

  @Test
  void findsRoomForAnyNumberOfRows() {
    List<String[]> rows = rows(Generated.clean(PRICES, 700_000));

    assertThat(rows.stream().map(row -> row[SYMBOL]).distinct().count()).isBetween(26L, 40L);
    assertThat(rows.get(rows.size() - 1)[DATE]).isLessThanOrEqualTo("2099-12-31");
  }

  @Test
  void plantsWhatIsAskedFor() {
    Generated dirty = Generated.dirty(PRICES, 20_000);

    assertThat(dirty.expected().refused()).containsKeys("rule", "range", "missing", "type");
    assertThat(dirty.expected().bad()).isEqualTo(1_000);
    assertThat(dirty.expected().duplicates()).isEqualTo(1_000);
    assertThat(dirty.expected().distinctKeys()).isEqualTo(18_000);
  }

  private static List<String[]> rows(Generated file) {
    List<String> lines = file.lines();
    List<String[]> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      rows.add(line.replace("\"", "").split(",", -1));
    }
    return rows;
  }

  @Test
  void isOfPricesAlone() {
    assertThat(Quotes.areIn(PRICES)).isTrue();
    assertThat(Quotes.areIn(Samples.ordered())).isFalse();
  }
}
