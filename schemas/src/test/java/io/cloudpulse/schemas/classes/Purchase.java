package io.cloudpulse.schemas.classes;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.annotation.Nullable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;
import org.joda.time.Instant;

/** A record with one field of each type that a class may have. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
@DatasetOf(
    name = "shop.purchases",
    description = "What was bought.",
    key = {"order_id"},
    eventTime = "paid_at",
    version = "eventTime",
    clusterBy = {"channel"})
public abstract class Purchase {
  /** Where it was bought. */
  public enum Channel {
    WEB,
    STORE
  }

  @SchemaFieldNumber("1")
  @SchemaFieldDescription("The order it belongs to.")
  public abstract String getOrderId();

  @SchemaFieldNumber("0")
  public abstract Channel getChannel();

  @SchemaFieldNumber("2")
  public abstract int getItems();

  @SchemaFieldNumber("3")
  @Nullable
  public abstract Long getCustomer();

  @SchemaFieldNumber("4")
  @Decimal(precision = 12, scale = 2)
  public abstract BigDecimal getTotal();

  @SchemaFieldNumber("5")
  @Nullable
  public abstract Double getDiscount();

  @SchemaFieldNumber("6")
  public abstract boolean isGift();

  @SchemaFieldNumber("7")
  public abstract Instant getPaidAt();

  @SchemaFieldNumber("8")
  @Nullable
  public abstract LocalDate getDueOn();

  @SchemaFieldNumber("9")
  @Nullable
  public abstract java.time.Instant getSeenAt();
}
