package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.FieldType.Kind;
import io.cloudpulse.transforms.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The faults of a record as a whole: its bytes, its quotes, its number of values. */
final class RecordFaults {
  private static final byte[] NEVER_CLOSED = ascii("\"never closed");
  private static final byte[] AFTER_QUOTE = ascii("\"closed\"too soon");
  private static final byte[] BARE_WORD = ascii("oops");

  private final List<Column> columns;
  private final Alphabet alphabet;

  RecordFaults(List<Column> columns, Alphabet alphabet) {
    this.columns = columns;
    this.alphabet = alphabet;
  }

  Stream<Fault> possible() {
    Stream<Fault> counts = alphabet.isJson() ? Stream.of() : Stream.concat(fewer(), more());
    return Stream.of(encoding(), malformed(), counts).flatMap(s -> s);
  }

  /**
   * A quote left open hurts only its own record where a line is a record, or where the next record
   * {@link Draft#shelter shelters} those behind it.
   */
  Fault unclosed() {
    int last = columns.size() - 1;
    return new Fault(Reason.MALFORMED, (draft, dice) -> draft.replaceVerbatim(last, NEVER_CLOSED));
  }

  private Stream<Fault> malformed() {
    byte[] text = alphabet.isJson() ? BARE_WORD : AFTER_QUOTE;
    Fault misplaced =
        new Fault(
            Reason.MALFORMED,
            (draft, dice) -> draft.replaceVerbatim((int) dice.below(columns.size()), text));
    boolean lines = alphabet.isJson() || !alphabet.layout().multiline();
    return lines ? Stream.of(misplaced, unclosed()) : Stream.of(misplaced);
  }

  private Stream<Fault> encoding() {
    return alphabet
        .brokenByte()
        .map(this::brokenText)
        .map(bytes -> new Fault(Reason.ENCODING, (d, dice) -> d.replaceVerbatim(text(dice), bytes)))
        .stream();
  }

  private byte[] brokenText(byte broken) {
    byte[] text = {'c', 'a', 'f', broken, ' ', 'n', 'o', 'i', 'r'};
    byte[] quoted = {'"', 'c', 'a', 'f', broken, ' ', 'n', 'o', 'i', 'r', '"'};
    return alphabet.isJson() ? quoted : text;
  }

  /** A column of free text if there is one: then nothing else is wrong with the record. */
  private int text(Dice dice) {
    int[] texts =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).field().type().kind() == Kind.STRING)
            .filter(i -> columns.get(i).field().allowed().isEmpty())
            .toArray();
    return texts.length == 0
        ? (int) dice.below(columns.size())
        : texts[(int) dice.below(texts.length)];
  }

  private Stream<Fault> fewer() {
    // What is left must not be an empty line, which a reader passes over.
    boolean possible = columns.size() > 2 || (columns.size() == 2 && !columns.get(0).mayBeNull());
    return possible
        ? Stream.of(new Fault(Reason.FIELD_COUNT, (draft, dice) -> draft.width(fewer(dice))))
        : Stream.of();
  }

  private int fewer(Dice dice) {
    int least = Math.min(2, columns.size() - 1);
    return least + (int) dice.below(columns.size() - least);
  }

  private Stream<Fault> more() {
    return Stream.of(
        new Fault(Reason.FIELD_COUNT, (draft, dice) -> draft.width(columns.size() + 1)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
