package io.cloudpulse.transforms.postgres;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Decimals as PostgreSQL's numeric: digits to the base 10,000, aligned to the decimal point,
 * without leading or trailing zero digits, and with the scale as written.
 */
final class NumericArray extends BinaryArray {
  private static final int BASE = 10_000;
  private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
  private static final int NEGATIVE = 0x4000;
  private static final long[] POWERS = {1, 10, 100, 1_000};

  /** What a long holds of any digits. */
  private static final int LONG_DIGITS = 18;

  private int[] digits = new int[16];

  NumericArray() {
    super("_numeric", 1700);
  }

  @Override
  void append(Object value) {
    BigDecimal decimal = (BigDecimal) value;
    int scale = decimal.scale();
    if (scale < 0) {
      decimal = decimal.setScale(0);
      scale = 0;
    }
    int padding = -scale & 3;
    int found =
        decimal.precision() + padding <= LONG_DIGITS
            ? split(Math.abs(decimal.scaleByPowerOfTen(scale).longValue()) * POWERS[padding])
            : split(decimal.unscaledValue().abs().multiply(BigInteger.valueOf(POWERS[padding])));
    put(found, (scale + padding) / 4, scale, decimal.signum() < 0);
  }

  /** Least digit first. */
  private int split(long unscaled) {
    int found = 0;
    for (long rest = unscaled; rest != 0; rest /= BASE) {
      digits[found++] = (int) (rest % BASE);
    }
    return found;
  }

  private int split(BigInteger unscaled) {
    int most = unscaled.bitLength() / 13 + 1;
    digits = digits.length < most ? new int[most] : digits;
    int found = 0;
    for (BigInteger rest = unscaled; rest.signum() != 0; ) {
      BigInteger[] parts = rest.divideAndRemainder(BIG_BASE);
      digits[found++] = parts[1].intValue();
      rest = parts[0];
    }
    return found;
  }

  private void put(int found, int fraction, int scale, boolean negative) {
    int least = 0;
    while (least < found && digits[least] == 0) {
      least++;
    }
    int sent = found - least;
    room(12 + 2 * sent);
    putInt(8 + 2 * sent);
    putShort(sent);
    putShort(sent == 0 ? 0 : found - fraction - 1);
    putShort(negative ? NEGATIVE : 0);
    putShort(scale);
    for (int i = found - 1; i >= least; i--) {
      putShort(digits[i]);
    }
  }
}
