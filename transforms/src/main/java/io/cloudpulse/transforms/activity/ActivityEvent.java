package io.cloudpulse.transforms.activity;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import javax.annotation.Nullable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;
import org.joda.time.Instant;

/** One thing that a user did, as the steps of this package compute on it. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class ActivityEvent {
  private static final String PURCHASE = "purchase";
  private static final int HASH_BITS = 56;

  @SchemaFieldNumber("0")
  public abstract long getUserId();

  @SchemaFieldNumber("1")
  @Nullable
  public abstract String getSessionId();

  @SchemaFieldNumber("2")
  public abstract String getAction();

  @SchemaFieldNumber("3")
  @Nullable
  public abstract Long getProductId();

  /** US dollars; of scale 2. */
  @SchemaFieldNumber("4")
  @Nullable
  public abstract BigDecimal getPrice();

  /** Microseconds since 1970: Beam's own timestamps are of milliseconds. */
  @SchemaFieldNumber("5")
  public abstract long getEventMicros();

  /** The first 64 bits of the hash that is the record's key. */
  @SchemaFieldNumber("6")
  public abstract long getContentHash();

  static Builder builder() {
    return new AutoValue_ActivityEvent.Builder();
  }

  /** When it happened, for windows: rounded down to milliseconds. */
  final Instant eventTime() {
    return Instant.ofEpochMilli(Math.floorDiv(getEventMicros(), 1_000));
  }

  final boolean isPurchase() {
    return getAction().equals(PURCHASE);
  }

  /** As one of a set of which each event's price counts. */
  final TupleSet priced() {
    return tuple(amount());
  }

  /** As one of a set of which only the prices of purchases count. */
  final TupleSet purchased() {
    return tuple(isPurchase() ? amount() : 0);
  }

  /**
   * Events of one set are the same if their microsecond, amount and 56 bits of content are: among n
   * events of one microsecond two differ unseen with a chance of less than n&sup2; / 2^57.
   */
  private TupleSet tuple(long amount) {
    return TupleSet.of(getEventMicros(), contentBits(), amount);
  }

  /** What tells it from other events of its microsecond. */
  final long contentBits() {
    return getContentHash() >>> (Long.SIZE - HASH_BITS);
  }

  /** Cents and one: 0 is for an event that is worth nothing because of what it is. */
  private long amount() {
    return 1 + (getPrice() == null ? 0 : cents());
  }

  /** Its price; of one that has a price. */
  final long cents() {
    return getPrice().movePointRight(2).longValueExact();
  }

  /** Builds an event. */
  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder setUserId(long userId);

    abstract Builder setSessionId(@Nullable String sessionId);

    abstract Builder setAction(String action);

    abstract Builder setProductId(@Nullable Long productId);

    abstract Builder setPrice(@Nullable BigDecimal price);

    abstract Builder setEventMicros(long micros);

    abstract Builder setContentHash(long hash);

    abstract ActivityEvent build();
  }
}
