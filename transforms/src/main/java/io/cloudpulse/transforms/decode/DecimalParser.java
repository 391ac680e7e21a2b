package io.cloudpulse.transforms.decode;

import java.math.BigDecimal;

/** Exact decimal numbers of a fixed scale. Digits are never rounded away. */
final class DecimalParser implements ValueParser {
  private static final long NOT_PLAIN = -1;
  private static final long[] POWERS = powers();

  private final int precision;
  private final int scale;

  DecimalParser(int precision, int scale) {
    this.precision = precision;
    this.scale = scale;
  }

  @Override
  public Object parse(char[] text, int from, int length) {
    boolean isShort = length > 0 && length <= 18 && precision <= 18;
    long unscaled = isShort ? unscaled(text, from, from + length) : NOT_PLAIN;
    if (unscaled == NOT_PLAIN) {
      return exact(text, from, length);
    }
    if (unscaled >= POWERS[precision]) {
      throw new NotOfType();
    }
    return BigDecimal.valueOf(text[from] == '-' ? -unscaled : unscaled, scale);
  }

  /** The digits as a number at our scale, without the sign; or that they are not so plain. */
  private long unscaled(char[] text, int from, int end) {
    long unscaled = 0;
    int digits = 0;
    int point = end - 1;
    boolean pointSeen = false;
    for (int i = text[from] == '-' ? from + 1 : from; i < end; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        unscaled = unscaled * 10 + (c - '0');
        digits++;
      } else if (c == '.' && !pointSeen) {
        point = i;
        pointSeen = true;
      } else {
        return NOT_PLAIN;
      }
    }
    int decimals = end - point - 1;
    boolean plain = digits > 0 && decimals <= scale && digits - decimals + scale <= 18;
    return plain ? unscaled * POWERS[scale - decimals] : NOT_PLAIN;
  }

  private Object exact(char[] text, int from, int length) {
    try {
      BigDecimal value = new BigDecimal(text, from, length);
      // An exponent of millions would make setScale fill the memory with zeros.
      if (Math.abs((long) value.scale()) > 1000) {
        throw new NotOfType();
      }
      BigDecimal scaled = value.setScale(scale);
      if (scaled.precision() > precision) {
        throw new NotOfType();
      }
      return scaled;
    } catch (ArithmeticException | NumberFormatException e) {
      throw new NotOfType();
    }
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  @Override
  public String allowed() {
    return "a number of at most "
        + (precision - scale)
        + " digits before and "
        + scale
        + " after the point";
  }
}
