package io.cloudpulse.pipelines.generate;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Texts with a meaning of their own, which no value may happen to look like. */
final class Tokens {
  private Tokens() {}

  /** Those that read as a number of this scale, as a count of its smallest step. */
  static Set<Long> numbers(Set<String> texts, int scale) {
    Set<Long> numbers = new HashSet<>();
    texts.forEach(text -> number(text, scale).ifPresent(numbers::add));
    return numbers;
  }

  private static Optional<Long> number(String text, int scale) {
    try {
      return Optional.of(new BigDecimal(text.strip()).movePointRight(scale).longValueExact());
    } catch (ArithmeticException | NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
