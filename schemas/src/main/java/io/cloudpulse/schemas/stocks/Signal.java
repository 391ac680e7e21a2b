package io.cloudpulse.schemas.stocks;

import com.google.auto.value.AutoValue;
import io.cloudpulse.schemas.classes.DatasetOf;
import io.cloudpulse.schemas.classes.Decimal;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.annotation.Nullable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldDescription;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldName;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;

/**
 * What the prices of a share say on one day. A trading day is one that the share has a price of.
 * Each number is null where the 371 days up to that day do not hold what it is made of.
 */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
@DatasetOf(
    name = "stocks.signals",
    description = "Returns, moving averages and volatility of shares, by trading day.",
    key = {"symbol", "date"},
    eventTime = "date",
    clusterBy = {"symbol"})
public abstract class Signal {
  private static final int COLUMNS = 13;

  @SchemaFieldNumber("0")
  public abstract String getSymbol();

  @SchemaFieldNumber("1")
  public abstract LocalDate getDate();

  @SchemaFieldNumber("2")
  @Decimal(precision = 18, scale = 6)
  public abstract BigDecimal getClose();

  @SchemaFieldNumber("3")
  @Decimal(precision = 22, scale = 8)
  @SchemaFieldDescription("Close by the close of the trading day before, less 1.")
  @Nullable
  public abstract BigDecimal getSimpleReturn();

  @SchemaFieldNumber("4")
  @Decimal(precision = 18, scale = 8)
  @SchemaFieldDescription("Natural logarithm of close by the close of the trading day before.")
  @Nullable
  public abstract BigDecimal getLogReturn();

  @SchemaFieldNumber("5")
  @SchemaFieldName("average_5")
  @Decimal(precision = 18, scale = 6)
  @SchemaFieldDescription("Mean of the closes of the last 5 trading days, this one included.")
  @Nullable
  public abstract BigDecimal getAverage5();

  @SchemaFieldNumber("6")
  @SchemaFieldName("average_20")
  @Decimal(precision = 18, scale = 6)
  @SchemaFieldDescription("The same of 20.")
  @Nullable
  public abstract BigDecimal getAverage20();

  @SchemaFieldNumber("7")
  @SchemaFieldName("average_50")
  @Decimal(precision = 18, scale = 6)
  @SchemaFieldDescription("The same of 50.")
  @Nullable
  public abstract BigDecimal getAverage50();

  @SchemaFieldNumber("8")
  @SchemaFieldName("average_200")
  @Decimal(precision = 18, scale = 6)
  @SchemaFieldDescription("The same of 200.")
  @Nullable
  public abstract BigDecimal getAverage200();

  @SchemaFieldNumber("9")
  @SchemaFieldName("volatility_20")
  @Decimal(precision = 18, scale = 6)
  @SchemaFieldDescription(
      "Sample standard deviation of the last 20 log returns, by the square root of 252: of a year.")
  @Nullable
  public abstract BigDecimal getVolatility20();

  @SchemaFieldNumber("10")
  @SchemaFieldName("high_52_weeks")
  @Decimal(precision = 18, scale = 6)
  @SchemaFieldDescription("Highest price of the last 364 days, this one included.")
  @Nullable
  public abstract BigDecimal getHigh52Weeks();

  @SchemaFieldNumber("11")
  @SchemaFieldName("low_52_weeks")
  @Decimal(precision = 18, scale = 6)
  @SchemaFieldDescription("Lowest price of the last 364 days, this one included.")
  @Nullable
  public abstract BigDecimal getLow52Weeks();

  @SchemaFieldNumber("12")
  @SchemaFieldName("relative_volume_20")
  @Decimal(precision = 27, scale = 6)
  @SchemaFieldDescription("Volume by the mean volume of the 20 trading days before.")
  @Nullable
  public abstract BigDecimal getRelativeVolume20();

  public static Builder builder() {
    return new AutoValue_Signal.Builder();
  }

  /** In the order of its columns. */
  public final Object[] values() {
    return new Object[] {
      getSymbol(),
      getDate(),
      getClose(),
      getSimpleReturn(),
      getLogReturn(),
      getAverage5(),
      getAverage20(),
      getAverage50(),
      getAverage200(),
      getVolatility20(),
      getHigh52Weeks(),
      getLow52Weeks(),
      getRelativeVolume20()
    };
  }

  /** Those of a day whose price is gone. */
  public static Object[] keyOnly(String symbol, LocalDate date) {
    Object[] values = new Object[COLUMNS];
    values[0] = symbol;
    values[1] = date;
    return values;
  }

  /** Builds a row; what is not set is null. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setSymbol(String symbol);

    public abstract Builder setDate(LocalDate date);

    public abstract Builder setClose(BigDecimal close);

    public abstract Builder setSimpleReturn(@Nullable BigDecimal value);

    public abstract Builder setLogReturn(@Nullable BigDecimal value);

    public abstract Builder setAverage5(@Nullable BigDecimal value);

    public abstract Builder setAverage20(@Nullable BigDecimal value);

    public abstract Builder setAverage50(@Nullable BigDecimal value);

    public abstract Builder setAverage200(@Nullable BigDecimal value);

    public abstract Builder setVolatility20(@Nullable BigDecimal value);

    public abstract Builder setHigh52Weeks(@Nullable BigDecimal value);

    public abstract Builder setLow52Weeks(@Nullable BigDecimal value);

    public abstract Builder setRelativeVolume20(@Nullable BigDecimal value);

    public abstract Signal build();
  }
}
