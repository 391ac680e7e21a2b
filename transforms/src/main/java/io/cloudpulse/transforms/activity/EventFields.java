package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where the values of an event stand in a record of {@code activity.events}. */
final class EventFields implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int HASH_DIGITS = 16;

  private final int user;
  private final int session;
  private final int action;
  private final int product;
  private final int price;
  private final int time;
  private final int content;

  private EventFields(Dataset events) {
    this.user = events.indexOf("user_id");
    this.session = events.indexOf("session_id");
    this.action = events.indexOf("action");
    this.product = events.indexOf("product_id");
    this.price = events.indexOf("price");
    this.time = events.indexOf("event_time");
    this.content = events.fields().size();
  }

  static EventFields shipped() {
    return new EventFields(Datasets.named("activity.events"));
  }

  /** When it happened, for windows: rounded down to milliseconds. */
  org.joda.time.Instant time(Object[] values) {
    return org.joda.time.Instant.ofEpochMilli(((Instant) values[time]).toEpochMilli());
  }

  /** The first 64 bits of the hash that is the record's key. */
  long contentHash(Object[] values) {
    return Long.parseUnsignedLong((String) values[content], 0, HASH_DIGITS, 16);
  }

  /** The event that a record tells of; its values are valid, since it was accepted. */
  ActivityEvent read(Object[] values) {
    return ActivityEvent.builder()
        .setUserId((Long) values[user])
        .setSessionId((String) values[session])
        .setAction((String) values[action])
        .setProductId((Long) values[product])
        .setPrice((BigDecimal) values[price])
        .setEventMicros(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) values[time]))
        .setContentHash(contentHash(values))
        .build();
  }
}
