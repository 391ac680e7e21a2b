package io.cloudpulse.transforms.decode;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Truth values: {@code true} and {@code false} in any case, or the field's own words. */
final class BooleanParser implements ValueParser {
  private final Set<String> yes;
  private final Set<String> no;

  BooleanParser(List<String> formats) {
    this.yes = formats.isEmpty() ? Set.of("true") : words(formats.get(0));
    this.no = formats.isEmpty() ? Set.of("false") : words(formats.get(1));
  }

  /** A dataset may list a word in capitals and in small letters, which are one word here. */
  private static Set<String> words(String format) {
    return Set.copyOf(List.of(format.toLowerCase(Locale.ROOT).split("\\|", -1)));
  }

  @Override
  public Object parse(char[] text, int from, int length) {
    String word = new String(text, from, length).toLowerCase(Locale.ROOT);
    if (yes.contains(word)) {
      return true;
    }
    if (no.contains(word)) {
      return false;
    }
    throw new NotOfType();
  }

  @Override
  public String allowed() {
    return String.join(" or ", yes.stream().sorted().toList())
        + " (true), or "
        + String.join(" or ", no.stream().sorted().toList())
        + " (false)";
  }
}
