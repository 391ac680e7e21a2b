package io.cloudpulse.pipelines.preflight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names of an enum's values as a file writes them: in small letters. */
final class EnumText {
  private EnumText() {}

  static <E extends Enum<E>> Optional<E> read(E[] values, Object text) {
    return Arrays.stream(values).filter(value -> word(value).equals(text)).findFirst();
  }

  static <E extends Enum<E>> String all(E[] values) {
    return Arrays.stream(values).map(EnumText::word).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
