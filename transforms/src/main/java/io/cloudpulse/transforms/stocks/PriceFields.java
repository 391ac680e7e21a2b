package io.cloudpulse.transforms.stocks;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.EventTime;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Where the values of a price stand in a record of {@code stocks.prices}. */
final class PriceFields implements Serializable {
  private static final long serialVersionUID = 1;

  /** Digits after the point. */
  static final int SCALE = 6;

  private final int symbol;
  private final int date;
  private final int close;
  private final int high;
  private final int low;
  private final int volume;

  private PriceFields(Dataset prices) {
    this.symbol = prices.indexOf("symbol");
    this.date = prices.indexOf("date");
    this.close = prices.indexOf("close");
    this.high = prices.indexOf("high");
    this.low = prices.indexOf("low");
    this.volume = prices.indexOf("volume");
  }

  static PriceFields shipped() {
    return new PriceFields(Datasets.named("stocks.prices"));
  }

  String symbol(VersionedRecord record) {
    return (String) record.values()[symbol];
  }

  Instant time(VersionedRecord record) {
    return EventTime.moment(record.values()[date]);
  }

  /** What a record says; its values are valid, since it was accepted. */
  Price read(VersionedRecord record) {
    Object[] values = record.values();
    long day = ((LocalDate) values[date]).toEpochDay();
    if (record.deleted()) {
      return Price.none(day, record.version());
    }
    Long shares = (Long) values[volume];
    return new Price(
        day,
        record.version(),
        false,
        millionths(values[close]),
        millionths(values[high]),
        millionths(values[low]),
        shares == null ? Price.UNKNOWN : shares);
  }

  private static long millionths(Object value) {
    return ((BigDecimal) value).movePointRight(SCALE).longValueExact();
  }
}
