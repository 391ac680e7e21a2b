package io.cloudpulse.transforms.stocks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import javax.annotation.Nullable;

/**
 * What is computed of trading days in their order. Each formula gives null for none, and where it
 * would divide by nothing. All is exact until it is rounded, half away from zero as PostgreSQL
 * rounds a numeric; but for the logarithm, which is that of {@link StrictMath}, the same on every
 * machine.
 */
final class Formulas {
  private static final int RETURN_SCALE = 8;
  private static final BigDecimal TRADING_DAYS_OF_A_YEAR = BigDecimal.valueOf(252);

  private Formulas() {}

  static BigDecimal price(long millionths) {
    return BigDecimal.valueOf(millionths, PriceFields.SCALE);
  }

  /** Of two days: what the later close is more than the one before, by that. */
  @Nullable
  static BigDecimal simpleReturn(List<Price> days) {
    if (days.isEmpty() || days.get(0).close() == 0) {
      return null;
    }
    long before = days.get(0).close();
    return ratio(days.get(1).close() - before, before, RETURN_SCALE);
  }

  /** Of two days: the natural logarithm of the later close by the one before. */
  @Nullable
  static BigDecimal logReturn(List<Price> days) {
    if (days.isEmpty() || days.get(0).close() == 0 || days.get(1).close() == 0) {
      return null;
    }
    double growth = (double) days.get(1).close() / days.get(0).close();
    return new BigDecimal(StrictMath.log(growth)).setScale(RETURN_SCALE, RoundingMode.HALF_UP);
  }

  /** The mean of closes. */
  @Nullable
  static BigDecimal average(List<Price> days) {
    return days.isEmpty()
        ? null
        : price(days.stream().mapToLong(Price::close).reduce(0, Math::addExact))
            .divide(BigDecimal.valueOf(days.size()), PriceFields.SCALE, RoundingMode.HALF_UP);
  }

  /**
   * The <a href="https://en.wikipedia.org/wiki/Volatility_(finance)">volatility</a> of a year: the
   * sample standard deviation of the log returns, as they are told, by the square root of the
   * trading days of a year. Of n + 1 days, for n returns.
   */
  @Nullable
  static BigDecimal volatility(List<Price> days) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 1; i < days.size(); i++) {
      BigDecimal told = logReturn(days.subList(i - 1, i + 1));
      if (told == null) {
        return null;
      }
      sum = sum.add(told);
      squares = squares.add(told.pow(2));
    }
    return days.isEmpty() ? null : ofAYear(sum, squares, days.size() - 1);
  }

  /** (n * squares - sum^2) / (n * (n - 1)) is the variance. */
  private static BigDecimal ofAYear(BigDecimal sum, BigDecimal squares, int returns) {
    BigDecimal n = BigDecimal.valueOf(returns);
    return n.multiply(squares)
        .subtract(sum.pow(2))
        .multiply(TRADING_DAYS_OF_A_YEAR)
        .divide(n.multiply(BigDecimal.valueOf(returns - 1)), MathContext.DECIMAL128)
        .sqrt(MathContext.DECIMAL128)
        .setScale(PriceFields.SCALE, RoundingMode.HALF_UP);
  }

  @Nullable
  static BigDecimal highest(List<Price> days) {
    return days.isEmpty() ? null : price(days.stream().mapToLong(Price::high).max().getAsLong());
  }

  @Nullable
  static BigDecimal lowest(List<Price> days) {
    return days.isEmpty() ? null : price(days.stream().mapToLong(Price::low).min().getAsLong());
  }

  /**
   * The last day's <a
   * href="https://www.barchart.com/education/technical-indicators/relative-volume">volume by the
   * mean</a> of those before; null if one of them is unknown.
   */
  @Nullable
  static BigDecimal relativeVolume(List<Price> days) {
    if (days.isEmpty() || days.stream().anyMatch(day -> day.volume() == Price.UNKNOWN)) {
      return null;
    }
    List<Price> before = days.subList(0, days.size() - 1);
    BigDecimal usual = shares(before);
    BigDecimal today = BigDecimal.valueOf(days.get(before.size()).volume());
    return usual.signum() == 0
        ? null
        : today
            .multiply(BigDecimal.valueOf(before.size()))
            .divide(usual, PriceFields.SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal ratio(long part, long whole, int scale) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), scale, RoundingMode.HALF_UP);
  }

  private static BigDecimal shares(List<Price> days) {
    return days.stream()
        .map(day -> BigDecimal.valueOf(day.volume()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
