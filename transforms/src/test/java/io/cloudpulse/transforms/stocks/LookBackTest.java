package io.cloudpulse.transforms.stocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.stocks.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LookBackTest {
  @Test
  void aSignalIsNullUntilThereAreEnoughTradingDays() {
    Signal first = of(days(1));
    Signal second = of(days(2));

    assertThat(first.getClose()).isEqualTo(number("1.000000"));
    assertThat(first.getSimpleReturn()).isNull();
    assertThat(first.getLogReturn()).isNull();
    assertThat(first.getAverage5()).isNull();
    assertThat(second.getSimpleReturn()).isEqualTo(number("1.00000000"));
    assertThat(second.getLogReturn()).isEqualTo(number("0.69314718"));
    assertThat(of(days(4)).getAverage5()).isNull();
    assertThat(of(days(5)).getAverage5()).isEqualTo(number("3.000000"));
    assertThat(of(days(19)).getAverage20()).isNull();
    assertThat(of(days(20)).getAverage20()).isEqualTo(number("10.500000"));
    assertThat(of(days(49)).getAverage50()).isNull();
    assertThat(of(days(50)).getAverage50()).isEqualTo(number("25.500000"));
    assertThat(of(days(199)).getAverage200()).isNull();
    assertThat(of(days(200)).getAverage200()).isEqualTo(number("100.500000"));
  }

  /** So many prices, so many returns and one. */
  @Test
  void twentyReturnsNeedOneTradingDayMore() {
    assertThat(of(days(20)).getVolatility20()).isNull();
    assertThat(of(days(21)).getVolatility20()).isNotNull();
    assertThat(of(days(20)).getRelativeVolume20()).isNull();
    assertThat(of(days(21)).getRelativeVolume20()).isEqualTo(number("2.000000"));
  }

  @Test
  void theYearIsNullUntilAPriceIsOlder() {
    Signal almost = of(days(364));
    Signal whole = of(days(365));

    assertThat(almost.getHigh52Weeks()).isNull();
    assertThat(almost.getLow52Weeks()).isNull();
    assertThat(whole.getHigh52Weeks()).isEqualTo(number("365.500000"));
    assertThat(whole.getLow52Weeks()).isEqualTo(number("1.500000"));
  }

  @Test
  void aDayWithoutAPriceIsNoTradingDay() {
    List<KnownPrice> days = new ArrayList<>(days(4));
    days.set(2, KnownPrice.of(Price.none(2, 9)));

    assertThat(of(days).getSimpleReturn()).isEqualTo(number("1.00000000"));
  }

  /** From 1 to so many; high half a unit more, low half a unit less, volume twice on the last. */
  private static List<KnownPrice> days(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(
            day ->
                new Price(
                    day - 1,
                    7,
                    false,
                    day * 1_000_000,
                    day * 1_000_000 + 500_000,
                    day * 1_000_000 - 500_000,
                    day == count ? 20 : 10))
        .map(KnownPrice::of)
        .toList();
  }

  private static Signal of(List<KnownPrice> known) {
    return LookBack.on(known).signal("AAA");
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
