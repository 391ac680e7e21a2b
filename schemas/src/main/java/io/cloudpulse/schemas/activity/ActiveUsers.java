package io.cloudpulse.schemas.activity;

import com.google.auto.value.AutoValue;
import io.cloudpulse.schemas.classes.DatasetOf;
import java.time.Instant;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;

/** How many users were active in one window. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
@DatasetOf(
    name = "activity.active_users_hourly",
    description = "How many users did something in each hour.",
    key = {"window_start"},
    eventTime = "window_start")
public abstract class ActiveUsers {
  @SchemaFieldNumber("0")
  @SchemaFieldDescription("When the window begins, UTC.")
  public abstract Instant getWindowStart();

  @SchemaFieldNumber("1")
  @SchemaFieldDescription("Distinct users.")
  public abstract long getActiveUsers();

  @SchemaFieldNumber("2")
  @SchemaFieldDescription("False if there were too many to count but by a sketch.")
  public abstract boolean isExact();

  public static ActiveUsers of(Instant windowStart, long users, boolean exact) {
    return new AutoValue_ActiveUsers(windowStart, users, exact);
  }

  /** In the order of its columns. */
  public final Object[] values() {
    return new Object[] {getWindowStart(), getActiveUsers(), isExact()};
  }
}
