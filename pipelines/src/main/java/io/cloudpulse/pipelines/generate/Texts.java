package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.FieldType;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

/** A list of texts to pick from, and misspellings of some of them. */
final class Texts extends Values {
  private static final int RIGHT_FOR_EACH_WRONG = 50;

  /** A text as it is written, and the value it is read as. */
  record Text(String written, Object value) {}

  private final FieldType.Kind kind;
  private final List<Text> right;
  private final List<Text> misspelled;
  private final byte[][] bytes;

  Texts(FieldType.Kind kind, List<Text> right, List<Text> misspelled, Charset charset) {
    this.kind = kind;
    this.right = right;
    this.misspelled = misspelled;
    bytes =
        Stream.concat(right.stream(), misspelled.stream())
            .map(text -> text.written().getBytes(charset))
            .toArray(byte[][]::new);
  }

  @Override
  long size() {
    return right.size();
  }

  @Override
  long draw(Dice dice) {
    boolean wrong = !misspelled.isEmpty() && dice.oneIn(RIGHT_FOR_EACH_WRONG);
    return wrong ? right.size() + dice.below(misspelled.size()) : dice.below(right.size());
  }

  /** If what it stands for is not in the list, then any other. */
  @Override
  long corrected(long misspelled) {
    Object value = value(misspelled);
    for (int i = 0; i < right.size(); i++) {
      if (right.get(i).value().equals(value)) {
        return i;
      }
    }
    return 0;
  }

  @Override
  void write(long number, LineBuffer out) {
    out.put(bytes[(int) number]);
  }

  @Override
  Object value(long number) {
    return text(number).value();
  }

  private Text text(long number) {
    int place = (int) number;
    return place < right.size() ? right.get(place) : misspelled.get(place - right.size());
  }

  @Override
  boolean plain() {
    return false;
  }

  @Override
  boolean neverStartsWith(String characters) {
    return Stream.concat(right.stream(), misspelled.stream())
        .noneMatch(text -> characters.indexOf(text.written().charAt(0)) >= 0);
  }

  @Override
  boolean bareInJson() {
    return switch (kind) {
      case STRING, DATE, TIMESTAMP -> false;
      case BOOLEAN ->
          right.stream().allMatch(text -> text.value().toString().equals(text.written()));
      default -> true;
    };
  }
}
