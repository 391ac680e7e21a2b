package io.cloudpulse.transforms.stocks;

import io.cloudpulse.schemas.stocks.Signal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What is known of a share on a day and on the 370 days before: 53 weeks in all, which hold the 200
 * trading days of the longest average, and reach back beyond the 52 weeks of high and low. All that
 * is told of the day comes of these.
 */
final class LookBack {
  /** How many days, the last of them that which is told of. */
  static final int DAYS = 371;

  private static final int WEEKS_52 = 364;
  private static final int MONTH = 20;

  private final List<Price> traded;

  private LookBack(List<Price> traded) {
    this.traded = traded;
  }

  /**
   * That of the last of some days.
   *
   * @param known in the order of days; of the last one there is a price
   */
  static LookBack on(Collection<KnownPrice> known) {
    return new LookBack(
        known.stream().map(KnownPrice::newest).filter(price -> !price.deleted()).toList());
  }

  /** The row of the last day. */
  Signal signal(String symbol) {
    Price today = traded.get(traded.size() - 1);
    List<Price> year = year(today.day());
    return Signal.builder()
        .setSymbol(symbol)
        .setDate(LocalDate.ofEpochDay(today.day()))
        .setClose(Formulas.price(today.close()))
        .setSimpleReturn(Formulas.simpleReturn(last(2)))
        .setLogReturn(Formulas.logReturn(last(2)))
        .setAverage5(Formulas.average(last(5)))
        .setAverage20(Formulas.average(last(MONTH)))
        .setAverage50(Formulas.average(last(50)))
        .setAverage200(Formulas.average(last(200)))
        .setVolatility20(Formulas.volatility(last(MONTH + 1)))
        .setHigh52Weeks(Formulas.highest(year))
        .setLow52Weeks(Formulas.lowest(year))
        .setRelativeVolume20(Formulas.relativeVolume(last(MONTH + 1)))
        .build();
  }

  /** The last so many trading days; none if there are not as many. */
  private List<Price> last(int days) {
    return traded.size() < days ? List.of() : traded.subList(traded.size() - days, traded.size());
  }

  /** The trading days of the last 52 weeks; none if no price is as old as that. */
  private List<Price> year(long today) {
    boolean reaches = traded.get(0).day() <= today - WEEKS_52;
    return reaches
        ? traded.stream().filter(price -> price.day() > today - WEEKS_52).toList()
        : List.of();
  }
}
