package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType.Kind;
import io.cloudpulse.transforms.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The faults that one column can have while the record around it is sound. */
final class FieldFaults {
  private static final List<String> NOT_NUMBERS = List.of("many", "12,5", "0x1F");
  private static final List<String> NOT_TIMES = List.of("yesterday", "2024-13-45", "soon");
  private static final List<String> NOT_BOOLEANS = List.of("perhaps", "half");
  private static final List<String> NOT_JSON = List.of("{\"open\":", "]", "{oops}");
  private static final List<String> UNHEARD_OF = List.of("Unheard Of", "zzz", "None of These");

  private final int place;
  private final Column column;
  private final Field field;
  private final Alphabet alphabet;

  FieldFaults(int place, Column column, Alphabet alphabet) {
    this.place = place;
    this.column = column;
    this.field = column.field();
    this.alphabet = alphabet;
  }

  /**
   * @param key names of the key's fields, which are always required
   */
  Stream<Fault> possible(List<String> key) {
    return Stream.of(missing(key), wrongType(), outOfRange(), notAllowed()).flatMap(s -> s);
  }

  /** A book number that is none, where the dataset has a rule against it, or needs one. */
  static Stream<Fault> brokenNumber(Dataset dataset, int place, Column column) {
    if (!(column.values() instanceof Isbns isbns) || !Isbns.areKeyOf(column.field(), dataset)) {
      return Stream.of();
    }
    boolean ruled = dataset.rules().stream().anyMatch(rule -> rule.check().contains("isbn1"));
    return Stream.of(
        new Fault(
            ruled ? Reason.RULE : Reason.MISSING,
            (draft, dice) -> draft.replace(place, isbns.broken(draft.numbers[place]))));
  }

  private Stream<Fault> missing(List<String> key) {
    boolean possible =
        (field.required() || key.contains(field.name()))
            && (alphabet.isJson() || !column.nulls().isEmpty());
    return possible
        ? Stream.of(new Fault(Reason.MISSING, (draft, dice) -> draft.numbers[place] = Column.NULL))
        : Stream.of();
  }

  private Stream<Fault> wrongType() {
    // Beside a list of allowed texts it would be as right to say that the text is not allowed.
    boolean certain = field.allowed().isEmpty();
    return certain ? texts(Reason.TYPE, wrongTexts().stream().filter(this::isWrong)) : Stream.of();
  }

  private List<String> wrongTexts() {
    return switch (field.type().kind()) {
      case STRING -> List.of();
      case INT64, DECIMAL, DOUBLE -> NOT_NUMBERS;
      case DATE, TIMESTAMP -> NOT_TIMES;
      case BOOLEAN -> NOT_BOOLEANS;
      case JSON -> alphabet.isJson() ? List.of() : NOT_JSON;
    };
  }

  private boolean isWrong(String text) {
    boolean isAWord =
        field.type().kind() == Kind.BOOLEAN
            && field.formats().stream()
                .flatMap(words -> Arrays.stream(words.split("\\|")))
                .anyMatch(text::equalsIgnoreCase);
    return alphabet.keeps(field, text) && !isAWord;
  }

  private Stream<Fault> outOfRange() {
    if (!field.allowed().isEmpty()) {
      return Stream.of();
    }
    Values values = column.values();
    Stream<Fault> below = field.min().stream().flatMap(min -> beyond(-1, -1));
    Stream<Fault> above = field.max().stream().flatMap(max -> beyond(values.size(), 1));
    return Stream.concat(below, above);
  }

  /** As far beyond the edge as its text can still be of the type: a thousand steps, or one. */
  private Stream<Fault> beyond(long first, int direction) {
    Values values = column.values();
    long near = first + direction * values.margin();
    return LongStream.of(1_000, 10, 1)
        .filter(steps -> values.canWrite(near + direction * steps))
        .filter(steps -> values.canWrite(near))
        .limit(1)
        .mapToObj(steps -> new Fault(Reason.RANGE, step(near, direction * steps)));
  }

  private Fault.Planting step(long near, long steps) {
    Values values = column.values();
    return (draft, dice) -> {
      long number = near + Long.signum(steps) * dice.below(Math.abs(steps));
      draft.numbers[place] = values.canWrite(number) ? number : near;
    };
  }

  private Stream<Fault> notAllowed() {
    if (field.type().kind() != Kind.STRING || field.allowed().isEmpty()) {
      return Stream.of();
    }
    Stream<String> unknown =
        UNHEARD_OF.stream()
            .filter(text -> field.allowed().stream().noneMatch(text::equalsIgnoreCase))
            .filter(text -> alphabet.keeps(field, text));
    return texts(Reason.NOT_ALLOWED, unknown);
  }

  private Stream<Fault> texts(Reason reason, Stream<String> texts) {
    List<byte[]> choice = texts.map(alphabet::bytes).toList();
    if (choice.isEmpty()) {
      return Stream.of();
    }
    return Stream.of(
        new Fault(
            reason,
            (draft, dice) -> draft.replace(place, choice.get((int) dice.below(choice.size())))));
  }
}
