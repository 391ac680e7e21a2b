package io.cloudpulse.transforms.postgres;

/**
 * Encodes text as UTF-8 straight into a buffer. Half of a surrogate pair, which the JDK would
 * silently turn into a question mark, is encoded as it stands: PostgreSQL refuses it, so that the
 * record is refused and not changed.
 */
final class Utf8 {
  private Utf8() {}

  /** Writes at an offset and returns where it ended: at most three bytes a char. */
  static int encode(String text, byte[] target, int offset) {
    int length = text.length();
    int at = offset;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return encodeWide(text, i, target, at);
      }
      target[at++] = (byte) c;
    }
    return at;
  }

  private static int encodeWide(String text, int from, byte[] target, int offset) {
    int length = text.length();
    int at = offset;
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        target[at++] = (byte) c;
      } else if (c < 0x800) {
        target[at++] = (byte) (0xC0 | (c >> 6));
        target[at++] = continuation(c);
      } else if (isPair(text, i)) {
        at = encodePair(text.codePointAt(i++), target, at);
      } else {
        target[at++] = (byte) (0xE0 | (c >> 12));
        target[at++] = continuation(c >> 6);
        target[at++] = continuation(c);
      }
    }
    return at;
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  private static int encodePair(int point, byte[] target, int offset) {
    target[offset] = (byte) (0xF0 | (point >> 18));
    target[offset + 1] = continuation(point >> 12);
    target[offset + 2] = continuation(point >> 6);
    target[offset + 3] = continuation(point);
    return offset + 4;
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }
}
