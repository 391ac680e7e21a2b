package io.cloudpulse.pipelines.generate;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Any number of different texts: stems with a number behind. The number stands behind every one, so
 * that no stem with a number of its own is met twice.
 */
final class NumberedTexts extends Values {
  private final List<String> stems;
  private final List<byte[]> prefixes;
  private final String form;
  private final byte[] suffix;

  /**
   * @param form what stands on both sides: nothing, or the quotes of a JSON string
   */
  NumberedTexts(List<String> stems, String form, Charset charset) {
    this.stems = stems;
    this.form = form;
    suffix = form.getBytes(charset);
    prefixes = stems.stream().map(stem -> (form + stem + "-").getBytes(charset)).toList();
  }

  @Override
  long size() {
    return 1L << 60;
  }

  @Override
  long draw(Dice dice) {
    return dice.below(1_000_000);
  }

  @Override
  void write(long number, LineBuffer out) {
    out.put(prefixes.get((int) (number % prefixes.size())));
    out.put(number / prefixes.size(), 1);
    out.put(suffix);
  }

  @Override
  Object value(long number) {
    return form + stems.get((int) (number % stems.size())) + "-" + number / stems.size() + form;
  }

  @Override
  boolean plain() {
    return false;
  }

  @Override
  boolean neverStartsWith(String characters) {
    return prefixes.stream().noneMatch(prefix -> characters.indexOf(prefix[0]) >= 0);
  }

  @Override
  boolean bareInJson() {
    return !form.isEmpty();
  }
}
