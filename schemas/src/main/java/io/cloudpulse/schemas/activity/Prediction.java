package io.cloudpulse.schemas.activity;

import com.google.auto.value.AutoValue;
import io.cloudpulse.schemas.classes.DatasetOf;
import java.time.Instant;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;

/** What a model makes of a user's newest session. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
@DatasetOf(
    name = "activity.predictions",
    description = "How likely each user's newest session goes on to a purchase.",
    key = {"user_id"},
    eventTime = "event_time",
    clusterBy = {"user_id"})
public abstract class Prediction {
  @SchemaFieldNumber("0")
  public abstract long getUserId();

  @SchemaFieldNumber("1")
  @SchemaFieldDescription("Time of the session's first event.")
  public abstract Instant getSessionStart();

  @SchemaFieldNumber("2")
  @SchemaFieldDescription("Time of the last event that was counted: this is the view from then.")
  public abstract Instant getEventTime();

  @SchemaFieldNumber("3")
  @SchemaFieldDescription("Distinct events of the session so far.")
  public abstract long getEvents();

  @SchemaFieldNumber("4")
  @SchemaFieldDescription("How many of them are views.")
  public abstract long getViews();

  @SchemaFieldNumber("5")
  @SchemaFieldDescription("How many of them put something into the cart.")
  public abstract long getCarts();

  @SchemaFieldNumber("6")
  @SchemaFieldDescription("How many of them are purchases.")
  public abstract long getPurchases();

  @SchemaFieldNumber("7")
  @SchemaFieldDescription("Distinct products, counted up to 64.")
  public abstract long getProducts();

  @SchemaFieldNumber("8")
  @SchemaFieldDescription("From the session's first event to the last that was counted.")
  public abstract double getSessionSeconds();

  @SchemaFieldNumber("9")
  @SchemaFieldDescription("Probability, 0 to 1, that a purchase follows in this session.")
  public abstract double getLikelihood();

  @SchemaFieldNumber("10")
  @SchemaFieldDescription("Id of the model that says so: its number in its folder, and a hash.")
  public abstract String getModel();

  public static Builder builder() {
    return new AutoValue_Prediction.Builder();
  }

  /** In the order of its columns. */
  public final Object[] values() {
    return new Object[] {
      getUserId(),
      getSessionStart(),
      getEventTime(),
      getEvents(),
      getViews(),
      getCarts(),
      getPurchases(),
      getProducts(),
      getSessionSeconds(),
      getLikelihood(),
      getModel()
    };
  }

  /** Builds a prediction. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setUserId(long userId);

    public abstract Builder setSessionStart(Instant start);

    public abstract Builder setEventTime(Instant time);

    public abstract Builder setEvents(long events);

    public abstract Builder setViews(long views);

    public abstract Builder setCarts(long carts);

    public abstract Builder setPurchases(long purchases);

    public abstract Builder setProducts(long products);

    public abstract Builder setSessionSeconds(double seconds);

    public abstract Builder setLikelihood(double likelihood);

    public abstract Builder setModel(String model);

    public abstract Prediction build();
  }
}
