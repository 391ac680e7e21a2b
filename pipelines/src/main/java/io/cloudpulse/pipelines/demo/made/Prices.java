package io.cloudpulse.pipelines.demo.made;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Daily prices of shares, a random walk each, with its own drift and its own unrest. A day comes
 * after the day before, as a stream of them would: none is late.
 */
public final class Prices {
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 27);
  private static final Set<DayOfWeek> CLOSED = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private Prices() {}

  /** Of {@code stocks.prices}. */
  public static MadeRecords of(long seed) {
    List<Share> shares =
        List.of(
            new Share("AURA", 48, 0.0011, 0.024, seed),
            new Share("BLUE", 120, 0.0003, 0.013, seed),
            new Share("NORD", 75, -0.0001, 0.017, seed));
    List<String> lines = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      if (!CLOSED.contains(day.getDayOfWeek())) {
        for (Share share : shares) {
          lines.add(share.on(day));
        }
      }
    }
    return MadeRecords.repeating(
        "Symbol,Date,Open,High,Low,Close,Adj Close,Volume",
        lines,
        line -> line.replaceFirst(",(\\d+\\.\\d+),", ",n/a,"),
        "type");
  }

  private static final class Share {
    private final String symbol;
    private final double drift;
    private final double unrest;
    private final Random dice;
    private double before;

    Share(String symbol, double price, double drift, double unrest, long seed) {
      this.symbol = symbol;
      this.drift = drift;
      this.unrest = unrest;
      this.dice = new Random(seed + symbol.hashCode());
      this.before = price;
    }

    /** The line of the next day. */
    String on(LocalDate day) {
      double open = before * Math.exp(unrest * 0.3 * dice.nextGaussian());
      double close = before * Math.exp(drift + unrest * dice.nextGaussian());
      double swing = 1 + unrest * dice.nextDouble();
      before = close;
      return "%s,%s,%.2f,%.2f,%.2f,%.2f,%.2f,%d"
          .formatted(
              symbol,
              day,
              open,
              Math.max(open, close) * swing + 0.01,
              Math.min(open, close) / swing - 0.01,
              close,
              close,
              (long) (2_000_000 * Math.exp(0.4 * dice.nextGaussian())));
    }
  }
}
