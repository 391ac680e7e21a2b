package io.cloudpulse.pipelines.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Shows a record's bytes: as text if they are, else in hexadecimal. */
final class OriginalBytes {
  private static final int A_ROW = 16;

  private OriginalBytes() {}

  /** Empty if they are not UTF-8. */
  static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  /** Text if it can be printed as it is; a terminal should obey no record. */
  static String shown(byte[] bytes) {
    return text(bytes).filter(OriginalBytes::isPrintable).orElseGet(() -> dump(bytes));
  }

  private static boolean isPrintable(String text) {
    return text.chars()
        .allMatch(c -> c == '\n' || c == '\r' || c == '\t' || c >= 0xA0 || (c >= ' ' && c < 0x7F));
  }

  /** Rows of sixteen: where, the bytes, and those that are ASCII as characters. */
  static String dump(byte[] bytes) {
    StringBuilder dump = new StringBuilder();
    for (int from = 0; from < bytes.length; from += A_ROW) {
      StringBuilder hex = new StringBuilder();
      StringBuilder characters = new StringBuilder();
      for (int i = from; i < Math.min(bytes.length, from + A_ROW); i++) {
        hex.append(String.format("%02x ", bytes[i]));
        characters.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '.');
      }
      dump.append(String.format("%08x  %-48s %s%n", from, hex, characters));
    }
    return dump.toString().stripTrailing();
  }
}
