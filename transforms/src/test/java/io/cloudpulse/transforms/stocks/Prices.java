package io.cloudpulse.transforms.stocks;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.beam.sdk.values.TimestampedValue;

/** Records of {@code stocks.prices} for tests. */
final class Prices {
  static final Dataset DATASET = Datasets.named("stocks.prices");
  static final VersionedRecordCoder CODER = VersionedRecordCoder.of(DATASET);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private Prices() {}

  /** Of which all prices are the close. */
  static VersionedRecord price(String symbol, String date, String close, long version) {
    BigDecimal price = new BigDecimal(close).setScale(6);
    return price(symbol, LocalDate.parse(date), new BigDecimal[] {price, price, price}, version);
  }

  /**
   * A record.
   *
   * @param closeHighLow of scale 6
   * @param version as {@link #version} has it
   */
  static VersionedRecord price(
      String symbol, LocalDate date, BigDecimal[] closeHighLow, long version) {
    Object[] values = keyOnly(symbol, date);
    values[DATASET.indexOf("close")] = closeHighLow[0];
    values[DATASET.indexOf("high")] = closeHighLow[1];
    values[DATASET.indexOf("low")] = closeHighLow[2];
    values[DATASET.indexOf("volume")] = 1_000 + version % 1_000;
    return new VersionedRecord("file:0-9", 1, 0, version, values, new byte[0]);
  }

  static VersionedRecord deleted(String symbol, String date, long version) {
    return new VersionedRecord(
        "file:0-9", 1, 0, version, keyOnly(symbol, LocalDate.parse(date)), new byte[0], true);
  }

  private static Object[] keyOnly(String symbol, LocalDate date) {
    Object[] values = new Object[DATASET.fields().size()];
    values[DATASET.indexOf("symbol")] = symbol;
    values[DATASET.indexOf("date")] = date;
    return values;
  }

  /** That of what was true so many milliseconds after noon, at a position. */
  static long version(long millis, long position) {
    return Version.ofLoad(NOON.plusMillis(millis), position);
  }

  static String symbolOf(VersionedRecord price) {
    return (String) price.values()[DATASET.indexOf("symbol")];
  }

  static LocalDate dateOf(VersionedRecord price) {
    return (LocalDate) price.values()[DATASET.indexOf("date")];
  }

  /** Beam's own. */
  static org.joda.time.Instant moment(LocalDate date) {
    return org.joda.time.Instant.ofEpochMilli(
        date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
  }

  static org.joda.time.Instant moment(String date) {
    return moment(LocalDate.parse(date));
  }

  /** As a source hands it on in time. */
  static TimestampedValue<VersionedRecord> stamped(VersionedRecord price) {
    return TimestampedValue.of(price, moment(dateOf(price)));
  }
}
