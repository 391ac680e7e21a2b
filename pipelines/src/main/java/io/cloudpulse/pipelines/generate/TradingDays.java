package io.cloudpulse.pipelines.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The working days among dates, from the first of this century on, if there are such. */
final class TradingDays extends Values {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 3);
  private static final int WEEK = 7;
  private static final int WORKING = 5;

  private final Values dates;
  private final long monday;
  private final long size;

  /**
   * Those of some dates.
   *
   * @param dates of which each number is a day
   */
  TradingDays(Values dates) {
    LocalDate oldest = (LocalDate) dates.value(0);
    LocalDate start = oldest.isAfter(FIRST) ? oldest : FIRST;
    this.dates = dates;
    this.monday =
        ChronoUnit.DAYS.between(oldest, start.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
    this.size = Math.max(0, (dates.size() - monday) / WEEK * WORKING);
    Impossible.unless(size > 0, "there is no week of trading days between its min and its max");
  }

  /** What is out of range of the days is out of range of the dates, by as much. */
  private long date(long number) {
    if (number < 0) {
      return number;
    }
    return number < size
        ? monday + number / WORKING * WEEK + number % WORKING
        : dates.size() + number - size;
  }

  @Override
  long size() {
    return size;
  }

  @Override
  void write(long number, LineBuffer out) {
    dates.write(date(number), out);
  }

  @Override
  Object value(long number) {
    return dates.value(date(number));
  }

  @Override
  boolean canWrite(long number) {
    return dates.canWrite(date(number));
  }

  @Override
  long margin() {
    return dates.margin();
  }

  @Override
  boolean plain() {
    return dates.plain();
  }

  @Override
  boolean bareInJson() {
    return dates.bareInJson();
  }

  /** A market tells all its shares' prices of a day, then those of the next. */
  @Override
  boolean countsSlowest() {
    return true;
  }
}
