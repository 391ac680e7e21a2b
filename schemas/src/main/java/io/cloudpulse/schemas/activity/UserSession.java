package io.cloudpulse.schemas.activity;

import com.google.auto.value.AutoValue;
import io.cloudpulse.schemas.classes.DatasetOf;
import io.cloudpulse.schemas.classes.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;

/** What one user did without a pause. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
@DatasetOf(
    name = "activity.user_sessions",
    description = "What each user did without a longer pause, whatever the feed calls a session.",
    key = {"user_id", "session_start"},
    eventTime = "session_start",
    clusterBy = {"user_id"})
public abstract class UserSession {
  private static final int COLUMNS = 6;

  @SchemaFieldNumber("0")
  public abstract long getUserId();

  @SchemaFieldNumber("1")
  @SchemaFieldDescription("Time of its first event.")
  public abstract Instant getSessionStart();

  @SchemaFieldNumber("2")
  @SchemaFieldDescription("Time of its last event.")
  public abstract Instant getSessionEnd();

  @SchemaFieldNumber("3")
  @SchemaFieldDescription("Distinct events.")
  public abstract long getEvents();

  @SchemaFieldNumber("4")
  @SchemaFieldDescription("How many of them are purchases.")
  public abstract long getPurchases();

  @SchemaFieldNumber("5")
  @Decimal(precision = 18, scale = 2)
  @SchemaFieldDescription("Sum of the prices of the purchases; US dollars.")
  public abstract BigDecimal getRevenue();

  public static UserSession of(long user, UserTotals totals) {
    return new AutoValue_UserSession(
        user, totals.first(), totals.last(), totals.events(), totals.purchases(), totals.revenue());
  }

  /** In the order of its columns. */
  public final Object[] values() {
    return new Object[] {
      getUserId(), getSessionStart(), getSessionEnd(), getEvents(), getPurchases(), getRevenue()
    };
  }

  /** Those of a session that is none, since it did not start then. */
  public static Object[] keyOnly(long user, Instant start) {
    Object[] values = new Object[COLUMNS];
    values[0] = user;
    values[1] = start;
    return values;
  }
}
