package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Layout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be written in a layout: its encoding, its delimiter, and the texts that mean null. */
record Alphabet(Layout layout, Charset charset) {
  private static final List<String> FOREIGN = List.of("à la façon", "ærø", "żółć", "日本", "ελ");

  static Alphabet of(Layout layout) {
    return new Alphabet(layout, Charset.forName(layout.encoding()));
  }

  byte[] bytes(String text) {
    return text.getBytes(charset);
  }

  boolean isJson() {
    return layout.format() == Layout.Format.JSONL;
  }

  Set<String> nulls(Field field) {
    return new HashSet<>(field.nulls().orElse(layout.nulls()));
  }

  /** True if a reader gets this text as it is: not as null, corrected or cut. */
  boolean keeps(Field field, String text) {
    boolean meansItself =
        !nulls(field).contains(text)
            && !nulls(field).contains(text.strip())
            && !field.corrections().containsKey(text);
    boolean whole = !layout.trim() || text.equals(text.strip());
    return meansItself && whole && !text.isEmpty() && canEncode(text) && onOneRecord(text);
  }

  /** True if a reader takes the first text for the second, and keeps that. */
  boolean isCorrected(Field field, String wrong, String right) {
    boolean fits = field.allowed().isEmpty() || field.allowed().contains(right);
    boolean seen = canEncode(wrong) && !nulls(field).contains(wrong) && wrong.equals(wrong.strip());
    return fits && seen && !wrong.isEmpty() && keeps(field, right) && onOneRecord(wrong);
  }

  private boolean canEncode(String text) {
    return charset.newEncoder().canEncode(text);
  }

  private boolean onOneRecord(String text) {
    return isJson() || layout.multiline() || text.chars().noneMatch(c -> c == '\n' || c == '\r');
  }

  /** The text with each thing that a careless reader trips over, where the layout can hold it. */
  Stream<String> seasoned(String text) {
    Stream<String> marks =
        Stream.of(
            text + layout.delimiter() + " and so on",
            text + " \"so called\"",
            text + "\nsecond line");
    return Stream.concat(marks, FOREIGN.stream().filter(this::canEncode).map(w -> text + " " + w));
  }

  /** A byte that is not text in this encoding, if there is one. */
  Optional<Byte> brokenByte() {
    return IntStream.rangeClosed(0x80, 0xFF)
        .mapToObj(b -> (byte) b)
        .filter(b -> !isText(new byte[] {'a', b, ' ', 'b'}))
        .reduce((first, second) -> second);
  }

  private boolean isText(byte[] bytes) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).length() > 0;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }

  /** The field's name in a header or a JSON object, as this layout likes it best. */
  String headerOf(Field field) {
    List<String> names = new ArrayList<>(layout.aliases().getOrDefault(field.name(), List.of()));
    names.addAll(field.aliases());
    names.add(field.name());
    return names.get(0);
  }
}
