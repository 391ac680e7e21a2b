package io.cloudpulse.schemas.activity;

import com.google.auto.value.AutoValue;
import io.cloudpulse.schemas.classes.DatasetOf;
import io.cloudpulse.schemas.classes.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;

/** What one user did on one day. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
@DatasetOf(
    name = "activity.user_days",
    description = "What each user did on each day.",
    key = {"user_id", "day"},
    eventTime = "day",
    clusterBy = {"user_id"})
public abstract class UserDay {
  @SchemaFieldNumber("0")
  public abstract long getUserId();

  @SchemaFieldNumber("1")
  @SchemaFieldDescription("In UTC.")
  public abstract LocalDate getDay();

  @SchemaFieldNumber("2")
  @SchemaFieldDescription("Distinct events.")
  public abstract long getEvents();

  @SchemaFieldNumber("3")
  @SchemaFieldDescription("How many of them are purchases.")
  public abstract long getPurchases();

  @SchemaFieldNumber("4")
  @Decimal(precision = 18, scale = 2)
  @SchemaFieldDescription("Sum of the prices of the purchases; US dollars.")
  public abstract BigDecimal getRevenue();

  @SchemaFieldNumber("5")
  public abstract Instant getFirstActivity();

  @SchemaFieldNumber("6")
  public abstract Instant getLastActivity();

  public static UserDay of(long user, LocalDate day, UserTotals totals) {
    return new AutoValue_UserDay(
        user,
        day,
        totals.events(),
        totals.purchases(),
        totals.revenue(),
        totals.first(),
        totals.last());
  }

  /** In the order of its columns. */
  public final Object[] values() {
    return new Object[] {
      getUserId(),
      getDay(),
      getEvents(),
      getPurchases(),
      getRevenue(),
      getFirstActivity(),
      getLastActivity()
    };
  }
}
