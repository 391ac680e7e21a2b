package io.cloudpulse.transforms.decode;

/** Finite binary floating-point numbers; Java's own forms (NaN, 1f, 0x1p3) are not numbers here. */
final class DoubleParser implements ValueParser {
  @Override
  public Object parse(char[] text, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!isOfNumber(text[i])) {
        throw new NotOfType();
      }
    }
    try {
      double value = Double.parseDouble(new String(text, from, length));
      if (Double.isInfinite(value)) {
        throw new NotOfType();
      }
      return value;
    } catch (NumberFormatException e) {
      throw new NotOfType();
    }
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }

  @Override
  public String allowed() {
    return "a number, such as 12.5 or 1.5e3";
  }
}
