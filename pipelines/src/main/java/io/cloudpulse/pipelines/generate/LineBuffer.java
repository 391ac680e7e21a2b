package io.cloudpulse.pipelines.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Bytes under construction; what is written is ASCII or already in the layout's encoding. */
final class LineBuffer {
  private static final int LONGEST_NUMBER = 20;
  private byte[] bytes;
  private int length;

  LineBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  /** Forgets all from here on. */
  void backTo(int start) {
    length = start;
  }

  byte at(int place) {
    return bytes[place];
  }

  void put(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  void put(byte[] text) {
    reserve(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
  }

  /** A number that is not negative, with leading zeros up to {@code width}. */
  void put(long number, int width) {
    reserve(Math.max(width, LONGEST_NUMBER));
    int end = length + Math.max(width, digits(number));
    long rest = number;
    for (int i = end - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  /**
   * Puts all from {@code start} on into quotes, and doubles the quotes within, as RFC 4180 says.
   */
  void quoteFrom(int start) {
    byte[] text = Arrays.copyOfRange(bytes, start, length);
    length = start;
    put('"');
    for (byte b : text) {
      if (b == '"') {
        put('"');
      }
      put((char) b);
    }
    put('"');
  }

  /** Makes all from {@code start} on a JSON string. */
  void quoteJsonFrom(int start) {
    byte[] text = Arrays.copyOfRange(bytes, start, length);
    length = start;
    put('"');
    for (byte b : text) {
      if (b == '"' || b == '\\') {
        put('\\');
        put((char) b);
      } else if (b >= 0 && b < ' ') {
        put(String.format(Locale.ROOT, "\\u%04x", b).getBytes(StandardCharsets.US_ASCII));
      } else {
        put((char) b);
      }
    }
    put('"');
  }

  int count(char ascii, int start) {
    int found = 0;
    for (int i = start; i < length; i++) {
      if (bytes[i] == ascii) {
        found++;
      }
    }
    return found;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
