package io.cloudpulse.transforms;

/** Tells text from char sequences that are none. */
public final class Surrogates {
  private Surrogates() {}

  /** True if every half of a pair stands beside its other half, so that UTF-8 can hold the text. */
  public static boolean arePaired(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < length
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
