package io.cloudpulse.schemas;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a field may hold, and how a value of it looks in memory. */
@AutoValue
public abstract class FieldType implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Pattern DECIMAL =
      Pattern.compile("decimal\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\)");

  /** PostgreSQL stores up to 1,000 digits; BigQuery's BIGNUMERIC and most readers stop at 38. */
  public static final int MAX_PRECISION = 38;

  public static final FieldType STRING = plain(Kind.STRING);
  public static final FieldType INT64 = plain(Kind.INT64);
  public static final FieldType DOUBLE = plain(Kind.DOUBLE);
  public static final FieldType BOOLEAN = plain(Kind.BOOLEAN);
  public static final FieldType DATE = plain(Kind.DATE);
  public static final FieldType TIMESTAMP = plain(Kind.TIMESTAMP);
  public static final FieldType JSON = plain(Kind.JSON);

  /** The kinds of value, each with the one Java class that carries it between steps. */
  public enum Kind {
    STRING(String.class),
    INT64(Long.class),
    DOUBLE(Double.class),
    /** A {@link java.math.BigDecimal} whose scale is exactly the declared one. */
    DECIMAL(java.math.BigDecimal.class),
    BOOLEAN(Boolean.class),
    DATE(java.time.LocalDate.class),
    /** A {@link java.time.Instant} of at most microsecond precision: what every sink can hold. */
    TIMESTAMP(java.time.Instant.class),
    /** Compact JSON text. */
    JSON(String.class);

    private final Class<?> carrier;

    Kind(Class<?> carrier) {
      this.carrier = carrier;
    }

    public Class<?> carrier() {
      return carrier;
    }
  }

  public abstract Kind kind();

  /** Digits in all; 0 unless decimal. */
  public abstract int precision();

  /** Digits after the point; 0 unless decimal. */
  public abstract int scale();

  public static FieldType decimal(int precision, int scale) {
    return new AutoValue_FieldType(Kind.DECIMAL, precision, scale);
  }

  /** Reads {@code int64}, {@code decimal(12,2)} and so on; empty if it is none of them. */
  public static Optional<FieldType> parse(String text) {
    Matcher decimal = DECIMAL.matcher(text.trim());
    if (decimal.matches()) {
      return decimal(decimal.group(1), decimal.group(2));
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.DECIMAL && kind.name().equalsIgnoreCase(text.trim())) {
        return Optional.of(plain(kind));
      }
    }
    return Optional.empty();
  }

  private static Optional<FieldType> decimal(String precision, String scale) {
    if (precision.length() > 2 || scale.length() > 2) {
      return Optional.empty();
    }
    int digits = Integer.parseInt(precision);
    int decimals = Integer.parseInt(scale);
    boolean fits = digits >= 1 && digits <= MAX_PRECISION && decimals <= digits;
    return fits ? Optional.of(decimal(digits, decimals)) : Optional.empty();
  }

  private static FieldType plain(Kind kind) {
    return new AutoValue_FieldType(kind, 0, 0);
  }

  /** As a dataset file writes it. */
  @Override
  public final String toString() {
    return kind() == Kind.DECIMAL
        ? "decimal(" + precision() + "," + scale() + ")"
        : kind().name().toLowerCase(java.util.Locale.ROOT);
  }
}
