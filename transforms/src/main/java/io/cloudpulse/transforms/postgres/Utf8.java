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
    int at = offset;
    int i = from;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point < 0x80) {
        target[at++] = (byte) point;
      } else if (point < 0x800) {
        target[at++] = (byte) (0xC0 | (point >> 6));
        target[at++] = continuation(point);
      } else {
        at = encodeLong(point, target, at);
      }
    }
    return at;
  }

  private static int encodeLong(int point, byte[] target, int offset) {
    int at = offset;
    if (point < 0x10000) {
      target[at++] = (byte) (0xE0 | (point >> 12));
    } else {
      target[at++] = (byte) (0xF0 | (point >> 18));
      target[at++] = continuation(point >> 12);
    }
    target[at++] = continuation(point >> 6);
    target[at++] = continuation(point);
    return at;
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }
}
