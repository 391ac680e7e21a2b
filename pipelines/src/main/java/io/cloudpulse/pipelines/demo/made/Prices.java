package io.cloudpulse.pipelines.demo.made;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Daily prices of shares: a random walk each, with its own drift and its own unrest. */
public final class Prices {
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 27);
  private static final Set<DayOfWeek> CLOSED = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private record Share(String symbol, double price, double drift, double unrest) {}

  private static final List<Share> SHARES =
      List.of(
          new Share("AURA", 48, 0.0011, 0.024),
          new Share("BLUE", 120, 0.0003, 0.013),
          new Share("NORD", 75, -0.0001, 0.017));

  private Prices() {}

  /** Of {@code stocks.prices}. */
  public static MadeRecords of(long seed) {
    List<String> lines = new ArrayList<>();
    SHARES.forEach(share -> walk(share, new Random(seed + share.symbol().hashCode()), lines));
    return MadeRecords.repeating(
        "Symbol,Date,Open,High,Low,Close,Adj Close,Volume",
        lines,
        line -> line.replaceFirst(",(\\d+\\.\\d+),", ",n/a,"),
        "type");
  }

  private static void walk(Share share, Random dice, List<String> lines) {
    double before = share.price();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      if (CLOSED.contains(day.getDayOfWeek())) {
        continue;
      }
      double open = before * Math.exp(share.unrest() * 0.3 * dice.nextGaussian());
      double close = before * Math.exp(share.drift() + share.unrest() * dice.nextGaussian());
      double swing = 1 + share.unrest() * dice.nextDouble();
      lines.add(
          "%s,%s,%.2f,%.2f,%.2f,%.2f,%.2f,%d"
              .formatted(
                  share.symbol(),
                  day,
                  open,
                  Math.max(open, close) * swing + 0.01,
                  Math.min(open, close) / swing - 0.01,
                  close,
                  close,
                  (long) (2_000_000 * Math.exp(0.4 * dice.nextGaussian()))));
      before = close;
    }
  }
}
