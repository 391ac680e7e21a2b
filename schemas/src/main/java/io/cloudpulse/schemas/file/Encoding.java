package io.cloudpulse.schemas.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads {@code encoding}: one in which records can be told apart before they are decoded. */
final class Encoding {
  private static final String ASCII =
      IntStream.range(0, 128).mapToObj(Character::toString).collect(Collectors.joining());

  private Encoding() {}

  static Optional<String> read(YamlValue value) {
    Optional<String> name = value.text();
    if (name.isEmpty()) {
      return name;
    }
    try {
      if (keepsAscii(Charset.forName(name.get()))) {
        return name;
      }
      value.refuse(
          "one in which each ASCII character is one byte, since lines are told apart by their"
              + " bytes. Convert such files first, for example: iconv -f "
              + name.get()
              + " -t UTF-8");
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      value.refuse("an encoding that Java knows", "UTF-8, ISO-8859-1 or windows-1252");
    }
    return Optional.empty();
  }

  /** Encodings that shift between alphabets reuse ASCII's bytes for other characters. */
  private static boolean keepsAscii(Charset charset) {
    boolean shifts =
        charset.name().startsWith("ISO-2022") || charset.name().startsWith("x-ISO-2022");
    return !shifts
        && charset.canEncode()
        && Arrays.equals(ASCII.getBytes(charset), ASCII.getBytes(StandardCharsets.US_ASCII));
  }
}
