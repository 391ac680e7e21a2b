package io.cloudpulse.transforms.stocks;

import io.cloudpulse.transforms.VersionedRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The rows of signals as somebody would work them out who has the newest record of each day before
 * him, without windows or terms; by sums of what is further back, and of squared distances from the
 * mean.
 */
final class ByHand {
  private final Map<String, NavigableMap<LocalDate, VersionedRecord>> newest = new TreeMap<>();

  private ByHand() {}

  static ByHand of(List<VersionedRecord> prices) {
    ByHand hand = new ByHand();
    for (VersionedRecord price : prices) {
      hand.newest
          .computeIfAbsent(Prices.symbolOf(price), symbol -> new TreeMap<>())
          .merge(
              Prices.dateOf(price),
              price,
              BinaryOperator.maxBy(Comparator.comparing(VersionedRecord::version)));
    }
    return hand;
  }

  /** In the order of keys, as {@link Kept#rows} has them. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    newest.forEach(
        (symbol, days) -> {
          days.values().removeIf(VersionedRecord::deleted);
          days.keySet().forEach(date -> rows.add(row(symbol, date, days)));
        });
    return rows;
  }

  private static String row(
      String symbol, LocalDate date, NavigableMap<LocalDate, VersionedRecord> days) {
    List<VersionedRecord> back =
        List.copyOf(days.subMap(date.minusDays(370), true, date, true).descendingMap().values());
    Object[] row = {
      symbol,
      date,
      value(back, 0, "close"),
      back.size() < 2 ? null : growth(back).setScale(8, RoundingMode.HALF_UP),
      back.size() < 2 ? null : log(back, 0),
      average(back, 5),
      average(back, 20),
      average(back, 50),
      average(back, 200),
      volatility(back),
      extreme(back, date, "high", BigDecimal::max),
      extreme(back, date, "low", BigDecimal::min),
      relativeVolume(back)
    };
    return Kept.text(row, row.length);
  }

  private static BigDecimal value(List<VersionedRecord> back, int days, String field) {
    Object value = back.get(days).values()[Prices.DATASET.indexOf(field)];
    return value instanceof Long number ? BigDecimal.valueOf(number) : (BigDecimal) value;
  }

  private static BigDecimal growth(List<VersionedRecord> back) {
    BigDecimal before = value(back, 1, "close");
    return value(back, 0, "close").divide(before, MathContext.DECIMAL128).subtract(BigDecimal.ONE);
  }

  private static BigDecimal log(List<VersionedRecord> back, int days) {
    double now = value(back, days, "close").unscaledValue().doubleValue();
    double before = value(back, days + 1, "close").unscaledValue().doubleValue();
    return new BigDecimal(StrictMath.log(now / before)).setScale(8, RoundingMode.HALF_UP);
  }

  private static BigDecimal average(List<VersionedRecord> back, int days) {
    if (back.size() < days) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < days; i++) {
      sum = sum.add(value(back, i, "close"));
    }
    return sum.divide(BigDecimal.valueOf(days), 6, RoundingMode.HALF_UP);
  }

  private static BigDecimal volatility(List<VersionedRecord> back) {
    if (back.size() < 21) {
      return null;
    }
    double mean = 0;
    for (int i = 0; i < 20; i++) {
      mean += log(back, i).doubleValue() / 20;
    }
    double distances = 0;
    for (int i = 0; i < 20; i++) {
      distances += Math.pow(log(back, i).doubleValue() - mean, 2);
    }
    return new BigDecimal(Math.sqrt(distances / 19 * 252)).setScale(6, RoundingMode.HALF_UP);
  }

  private static BigDecimal extreme(
      List<VersionedRecord> back, LocalDate date, String field, BinaryOperator<BigDecimal> of) {
    LocalDate oldest = Prices.dateOf(back.get(back.size() - 1));
    if (ChronoUnit.DAYS.between(oldest, date) < 364) {
      return null;
    }
    BigDecimal found = value(back, 0, field);
    for (int i = 1; i < back.size(); i++) {
      boolean within = ChronoUnit.DAYS.between(Prices.dateOf(back.get(i)), date) < 364;
      found = within ? of.apply(found, value(back, i, field)) : found;
    }
    return found;
  }

  private static BigDecimal relativeVolume(List<VersionedRecord> back) {
    if (back.size() < 21) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 1; i <= 20; i++) {
      sum = sum.add(value(back, i, "volume"));
    }
    BigDecimal usual = sum.divide(BigDecimal.valueOf(20), MathContext.DECIMAL128);
    return value(back, 0, "volume").divide(usual, 6, RoundingMode.HALF_UP);
  }
}
