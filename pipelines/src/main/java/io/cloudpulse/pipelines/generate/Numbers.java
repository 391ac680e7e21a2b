package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/** Whole numbers, decimals and doubles: a stretch of whole numbers with a point put in. */
final class Numbers extends Values {
  /** What a long holds of a decimal, with room to step out of range on either side. */
  private static final int MOST_DIGITS = 17;

  private static final int MOST_SCALE = 9;
  private static final int DOUBLE_SCALE = 4;
  private static final int DEFAULT_DIGITS = 6;
  private static final long KEYS = 1L << 60;

  private final FieldType.Kind kind;
  private final int scale;
  private final int declaredScale;
  private final long limit;
  private final long power;
  private final long low;
  private final long size;
  private final Set<Long> skipped;

  /**
   * @param skipped texts that read as something else than a number: null tokens such as {@code -1}
   */
  Numbers(Field field, boolean key, Set<String> skipped) {
    kind = field.type().kind();
    scale =
        kind == FieldType.Kind.DOUBLE ? DOUBLE_SCALE : Math.min(field.type().scale(), MOST_SCALE);
    declaredScale = field.type().scale();
    limit = kind == FieldType.Kind.INT64 ? KEYS * 2 : powerOfTen(digits(field.type())) - 1;
    power = powerOfTen(scale);
    long span = key ? Math.min(KEYS, limit) : Math.min(limit, powerOfTen(scale + digitsBefore()));
    Optional<Long> max = bound(field.max(), RoundingMode.FLOOR);
    long start = kind == FieldType.Kind.INT64 ? 1 : 0;
    long first = bound(field.min(), RoundingMode.CEILING).orElse(start);
    if (field.min().isEmpty() && max.isPresent() && max.get() < first) {
      first = max.get() - span;
    }
    this.skipped = Tokens.numbers(skipped, scale);
    low = key ? above(first) : first;
    size = max.orElse(Math.min(limit, low + span - 1)) - low + 1;
    Impossible.unless(size > 0, "%s has no value between its min and its max", field.name());
  }

  private int digitsBefore() {
    return kind == FieldType.Kind.INT64 ? DEFAULT_DIGITS : DEFAULT_DIGITS - 2;
  }

  private long above(long first) {
    long last = skipped.stream().mapToLong(Long::longValue).max().orElse(first - 1);
    return Math.max(first, last + 1);
  }

  private int digits(FieldType type) {
    return kind == FieldType.Kind.DECIMAL ? type.precision() - type.scale() + scale : MOST_DIGITS;
  }

  private Optional<Long> bound(Optional<Serializable> bound, RoundingMode inwards) {
    return bound.map(
        value ->
            new BigDecimal(value.toString())
                .movePointRight(scale)
                .setScale(0, inwards)
                .max(BigDecimal.valueOf(-limit))
                .min(BigDecimal.valueOf(limit))
                .longValueExact());
  }

  private static long powerOfTen(int exponent) {
    return BigDecimal.TEN.pow(Math.min(exponent, MOST_DIGITS)).longValueExact();
  }

  /** The number of the value that is nearest to another. */
  long nearest(BigDecimal value) {
    long unscaled = value.setScale(scale, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    return Math.max(0, Math.min(size - 1, unscaled - low));
  }

  @Override
  long size() {
    return size;
  }

  @Override
  long draw(Dice dice) {
    long number = dice.below(size);
    for (int tries = 0; !skipped.isEmpty() && skipped.contains(low + number); tries++) {
      Impossible.unless(tries < 1_000, "every value between min and max is a null token");
      number = dice.below(size);
    }
    return number;
  }

  @Override
  void write(long number, LineBuffer out) {
    long unscaled = low + number;
    if (unscaled < 0) {
      out.put('-');
    }
    long positive = Math.abs(unscaled);
    if (scale == 0) {
      out.put(positive, 1);
      return;
    }
    out.put(positive / power, 1);
    out.put('.');
    out.put(positive % power, scale);
  }

  @Override
  Object value(long number) {
    BigDecimal decimal = BigDecimal.valueOf(low + number, scale);
    return switch (kind) {
      case INT64 -> decimal.longValueExact();
      case DOUBLE -> decimal.doubleValue();
      default -> decimal.setScale(declaredScale);
    };
  }

  @Override
  boolean canWrite(long number) {
    return Math.abs(low + number) <= limit && !skipped.contains(low + number);
  }

  @Override
  boolean plain() {
    return true;
  }

  @Override
  boolean bareInJson() {
    return true;
  }
}
