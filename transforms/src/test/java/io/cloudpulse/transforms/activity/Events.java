package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import javax.annotation.Nullable;
import org.apache.beam.sdk.values.TimestampedValue;

/** Records of {@code activity.events} for tests. */
final class Events {
  static final Dataset DATASET = Datasets.named("activity.events");
  static final VersionedRecordCoder CODER = VersionedRecordCoder.of(DATASET);

  private Events() {}

  /** {@code price} may be null; {@code time} is of 2026-11-20, such as {@code 12:00:00}. */
  static VersionedRecord event(long user, String time, String action, String price) {
    return event(user, time, action, price, null);
  }

  /** The same of a product, which may be null. */
  static VersionedRecord event(
      long user, String time, String action, String price, @Nullable Long product) {
    Object[] values = new Object[DATASET.fields().size() + 1];
    values[DATASET.indexOf("user_id")] = user;
    values[DATASET.indexOf("action")] = action;
    values[DATASET.indexOf("price")] = price == null ? null : new BigDecimal(price);
    values[DATASET.indexOf("product_id")] = product;
    values[DATASET.indexOf("event_time")] = at(time);
    Digest digest = new Digest();
    Arrays.stream(values).forEach(digest::addValue);
    values[values.length - 1] = digest.hex();
    return new VersionedRecord("file:0-9", 1, 0, 7, values, new byte[0]);
  }

  static Instant at(String time) {
    return Instant.parse(time.contains("T") ? time : "2026-11-20T" + time + "Z");
  }

  /** Beam's own. */
  static org.joda.time.Instant moment(String time) {
    return org.joda.time.Instant.ofEpochMilli(at(time).toEpochMilli());
  }

  static Instant timeOf(VersionedRecord event) {
    return (Instant) event.values()[DATASET.indexOf("event_time")];
  }

  /** As a source hands it on in time. */
  static TimestampedValue<VersionedRecord> stamped(VersionedRecord event) {
    long millis = timeOf(event).toEpochMilli();
    return TimestampedValue.of(event, org.joda.time.Instant.ofEpochMilli(millis));
  }

  static TimestampedValue<VersionedRecord> stampedAt(String time, VersionedRecord event) {
    return TimestampedValue.of(event, moment(time));
  }
}
