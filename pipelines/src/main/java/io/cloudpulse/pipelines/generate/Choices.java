package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the values that a field may take in a layout. */
final class Choices {
  /** Of twenty texts about, one is of the kind that careless readers trip over. */
  private static final int UNSEASONED = 80;

  private final Alphabet alphabet;
  private final long seed;

  Choices(Alphabet alphabet, long seed) {
    this.alphabet = alphabet;
    this.seed = seed;
  }

  /**
   * @param key true if each record must have another value, and none a misspelled one
   */
  Values of(Field field, boolean key) {
    if (!field.allowed().isEmpty()) {
      return texts(field, field.allowed(), key);
    }
    return switch (field.type().kind()) {
      case INT64, DECIMAL, DOUBLE -> new Numbers(field, key, alphabet.nulls(field));
      case DATE, TIMESTAMP ->
          new Moments(field, key, alphabet.charset(), alphabet.layout().delimiter());
      case BOOLEAN -> booleans(field);
      case STRING -> key ? numbered(field, "") : texts(field, likely(field), false);
      case JSON -> key ? numbered(field, "\"") : texts(field, documents(field), false);
    };
  }

  private Values numbered(Field field, String quote) {
    List<String> stems = quote.isEmpty() ? usable(field, stems(field)) : List.of("document");
    return new NumberedTexts(stems, quote, alphabet.charset());
  }

  private List<String> stems(Field field) {
    return field.examples().isEmpty() ? Words.phrases(seed, field.name()) : field.examples();
  }

  private List<String> likely(Field field) {
    List<String> stems = stems(field);
    int copies = field.examples().isEmpty() ? 1 : UNSEASONED;
    int seasoned = field.examples().isEmpty() ? stems.size() / UNSEASONED + 1 : stems.size();
    List<String> likely = new ArrayList<>();
    Collections.nCopies(copies, stems).forEach(likely::addAll);
    stems.stream().limit(seasoned).flatMap(alphabet::seasoned).forEach(likely::add);
    return likely;
  }

  private List<String> documents(Field field) {
    return field.examples().isEmpty()
        ? Words.phrases(seed, field.name()).stream().map(w -> "{\"note\":\"" + w + "\"}").toList()
        : field.examples();
  }

  private Values booleans(Field field) {
    boolean plain = field.formats().isEmpty();
    List<Texts.Text> words = new ArrayList<>();
    words(field, plain ? "true" : field.formats().get(0))
        .forEach(w -> words.add(new Texts.Text(w, true)));
    words(field, plain ? "false" : field.formats().get(1))
        .forEach(w -> words.add(new Texts.Text(w, false)));
    return new Texts(Kind.BOOLEAN, words, List.of(), alphabet.charset());
  }

  private List<String> words(Field field, String words) {
    return usable(field, List.of(words.split("\\|")));
  }

  private Values texts(Field field, List<String> texts, boolean key) {
    List<Texts.Text> right =
        usable(field, texts).stream()
            .map(text -> new Texts.Text(text, TypedText.read(field, text)))
            .toList();
    return new Texts(
        field.type().kind(), right, key ? List.of() : misspelled(field), alphabet.charset());
  }

  private List<Texts.Text> misspelled(Field field) {
    if (field.type().kind() != Kind.STRING) {
      return List.of();
    }
    // Sorted: an immutable map has another order each time Java starts.
    return field.corrections().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(wrong -> alphabet.isCorrected(field, wrong.getKey(), wrong.getValue()))
        .map(wrong -> new Texts.Text(wrong.getKey(), wrong.getValue()))
        .toList();
  }

  private List<String> usable(Field field, List<String> texts) {
    Stream<String> kept = texts.stream().filter(text -> alphabet.keeps(field, text));
    List<String> usable = kept.filter(text -> TypedText.isWithin(field, text)).toList();
    Impossible.unless(
        !usable.isEmpty(),
        "%s has no text that %s can write and that is not a null token",
        field.name(),
        alphabet.layout().encoding());
    return usable;
  }
}
