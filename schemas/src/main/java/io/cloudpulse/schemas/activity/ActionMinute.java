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

/** One kind of action in one minute. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
@DatasetOf(
    name = "activity.action_minutes",
    description = "How often each action was done in each minute.",
    key = {"window_start", "action"},
    eventTime = "window_start",
    clusterBy = {"action"})
public abstract class ActionMinute {
  @SchemaFieldNumber("0")
  @SchemaFieldDescription("When the minute begins, UTC.")
  public abstract Instant getWindowStart();

  @SchemaFieldNumber("1")
  public abstract String getAction();

  @SchemaFieldNumber("2")
  @SchemaFieldDescription("Distinct events.")
  public abstract long getEvents();

  @SchemaFieldNumber("3")
  @Decimal(precision = 18, scale = 2)
  @SchemaFieldDescription("Sum of the prices of the distinct events; US dollars.")
  public abstract BigDecimal getRevenue();

  public static ActionMinute of(
      Instant windowStart, String action, long events, BigDecimal revenue) {
    return new AutoValue_ActionMinute(windowStart, action, events, revenue);
  }

  /** In the order of its columns. */
  public final Object[] values() {
    return new Object[] {getWindowStart(), getAction(), getEvents(), getRevenue()};
  }
}
