package io.cloudpulse.transforms.stocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulasTest {
  @Test
  void returnsAreOfTheCloseBefore() {
    assertThat(Formulas.simpleReturn(closes(100_000_000, 110_000_000)))
        .isEqualTo(number("0.10000000"));
    assertThat(Formulas.simpleReturn(closes(3, 2))).isEqualTo(number("-0.33333333"));
    assertThat(Formulas.simpleReturn(closes(1, 10_000_000_000_000L)))
        .isEqualTo(number("9999999999999.00000000"));
    assertThat(Formulas.logReturn(closes(100_000_000, 110_000_000)))
        .isEqualTo(number("0.09531018"));
    assertThat(Formulas.logReturn(closes(10, 9))).isEqualTo(number("-0.10536052"));
    assertThat(Formulas.logReturn(closes(1, 10_000_000_000_000L))).isEqualTo(number("29.93360621"));
    assertThat(Formulas.logReturn(closes(7, 7))).isEqualTo(number("0.00000000"));
  }

  @Test
  void nothingIsDividedByNothing() {
    assertThat(Formulas.simpleReturn(closes(0, 1))).isNull();
    assertThat(Formulas.simpleReturn(closes(1, 0))).isEqualTo(number("-1.00000000"));
    assertThat(Formulas.logReturn(closes(0, 1))).isNull();
    assertThat(Formulas.logReturn(closes(1, 0))).isNull();
    assertThat(Formulas.volatility(closes(1, 2, 0, 3))).isNull();
    assertThat(Formulas.relativeVolume(volumes(0, 0, 5))).isNull();
  }

  @Test
  void whereThereAreNoDaysThereIsNothing() {
    assertThat(Formulas.simpleReturn(List.of())).isNull();
    assertThat(Formulas.logReturn(List.of())).isNull();
    assertThat(Formulas.average(List.of())).isNull();
    assertThat(Formulas.volatility(List.of())).isNull();
    assertThat(Formulas.highest(List.of())).isNull();
    assertThat(Formulas.lowest(List.of())).isNull();
    assertThat(Formulas.relativeVolume(List.of())).isNull();
  }

  @Test
  void averagesAreRoundedHalfAwayFromZero() {
    assertThat(Formulas.average(closes(1_000_000, 2_000_000))).isEqualTo(number("1.500000"));
    assertThat(Formulas.average(closes(1, 2))).isEqualTo(number("0.000002"));
    assertThat(Formulas.average(closes(1, 1, 2))).isEqualTo(number("0.000001"));
  }

  /** Ten returns of 0.09531018, ten of -0.09531018: sqrt(20 / 19 * 252) * 0.09531018. */
  @Test
  void volatilityIsTheSampleDeviationOfLogReturnsInAYear() {
    List<Price> days = new ArrayList<>();
    for (int day = 0; day <= 20; day++) {
      days.add(price(day, day % 2 == 0 ? 100 : 110, 0));
    }

    assertThat(Formulas.volatility(days)).isEqualTo(number("1.552308"));
    assertThat(Formulas.volatility(closes(5, 5, 5, 5))).isEqualTo(number("0.000000"));
  }

  @Test
  void volumeIsRelativeToTheDaysBefore() {
    assertThat(Formulas.relativeVolume(volumes(100, 200, 450))).isEqualTo(number("3.000000"));
    assertThat(Formulas.relativeVolume(volumes(1, 1, 1, 2))).isEqualTo(number("2.000000"));
    assertThat(Formulas.relativeVolume(volumes(3, 0))).isEqualTo(number("0.000000"));
    assertThat(Formulas.relativeVolume(volumes(1, Long.MAX_VALUE)))
        .isEqualTo(number("9223372036854775807.000000"));
    assertThat(Formulas.relativeVolume(volumes(100, Price.UNKNOWN, 450))).isNull();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  /** In millionths. */
  private static List<Price> closes(long... closes) {
    List<Price> days = new ArrayList<>();
    for (long close : closes) {
      days.add(price(days.size(), close, 0));
    }
    return days;
  }

  private static List<Price> volumes(long... volumes) {
    List<Price> days = new ArrayList<>();
    for (long volume : volumes) {
      days.add(price(days.size(), 1, volume));
    }
    return days;
  }

  private static Price price(long day, long close, long volume) {
    return new Price(day, 1, false, close, close, close, volume);
  }
}
