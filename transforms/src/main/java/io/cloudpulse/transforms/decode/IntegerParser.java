package io.cloudpulse.transforms.decode;

/** 64-bit whole numbers. A fraction of zeros is let pass: spreadsheets write 17850 as 17850.0. */
final class IntegerParser implements ValueParser {
  /** One digit fewer than the largest long has: this many can be added up without a check. */
  private static final int SAFE_DIGITS = 18;

  @Override
  public Object parse(char[] text, int from, int length) {
    int end = withoutZeroFraction(text, from, from + length);
    int i = from;
    boolean negative = i < end && text[i] == '-';
    if (negative || (i < end && text[i] == '+')) {
      i++;
    }
    if (i == end) {
      throw new NotOfType();
    }
    if (end - i > SAFE_DIGITS) {
      return large(text, from, end);
    }
    long value = 0;
    for (; i < end; i++) {
      value = value * 10 + digit(text[i]);
    }
    return negative ? -value : value;
  }

  static int digit(char c) {
    int digit = c - '0';
    if (digit < 0 || digit > 9) {
      throw new NotOfType();
    }
    return digit;
  }

  private static int withoutZeroFraction(char[] text, int from, int end) {
    int i = end;
    while (i > from && text[i - 1] == '0') {
      i--;
    }
    return i < end && i > from + 1 && text[i - 1] == '.' ? i - 1 : end;
  }

  private static Object large(char[] text, int from, int end) {
    try {
      return Long.parseLong(new String(text, from, end - from));
    } catch (NumberFormatException e) {
      throw new NotOfType();
    }
  }

  @Override
  public String allowed() {
    return "a whole number between -9223372036854775808 and 9223372036854775807";
  }
}
