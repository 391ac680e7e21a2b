package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the columns of a dataset's files in a layout. */
final class Columns {
  private final Recipe recipe;
  private final Dataset dataset;
  private final Alphabet alphabet;
  private final Choices choices;

  Columns(Recipe recipe, Alphabet alphabet) {
    this.recipe = recipe;
    this.dataset = recipe.dataset();
    this.alphabet = alphabet;
    this.choices = new Choices(alphabet, recipe.seed());
    Impossible.unless(
        recipe.layout().unpivot().isEmpty(),
        "layout %s of %s turns columns into records, which is not generated: name another layout",
        recipe.layout().name(),
        dataset.name());
  }

  List<Column> columns(List<String> keyFields) {
    Stream<Column> columns =
        recipe.layout().header().isEmpty()
            ? read().map(field -> column(field, alphabet.headerOf(field), keyFields))
            : recipe.layout().header().stream().map(header -> column(header, keyFields));
    return columns.toList();
  }

  /** Fields that together tell every good row from every other; none if rows need not differ. */
  List<String> keyFields() {
    List<String> keyFields =
        switch (dataset.key().kind()) {
          case POSITION -> List.of();
          case FIELDS -> read().filter(this::isKey).map(Field::name).toList();
          case CONTENT -> widestFields();
        };
    Impossible.unless(
        dataset.key().kind() == Key.Kind.POSITION || !keyFields.isEmpty(),
        "%s has no key field that is read from a file, so rows cannot be told apart",
        dataset.name());
    return keyFields;
  }

  /** Of a key that is derived, what it is derived from. */
  private boolean isKey(Field field) {
    return dataset.key().fields().contains(field.name()) || Isbns.areKeyOf(field, dataset);
  }

  /** Places of the columns in which a good record may have a known misspelling. */
  static List<Integer> correctable(List<Column> columns) {
    return IntStream.range(0, columns.size())
        .filter(i -> !columns.get(i).field().corrections().isEmpty())
        .boxed()
        .toList();
  }

  private List<String> widestFields() {
    Comparator<Field> widestFirst = Comparator.comparing(field -> -choices.of(field, true).size());
    List<String> widest = new ArrayList<>();
    double room = 1;
    for (Field field : read().sorted(widestFirst).toList()) {
      if (room < recipe.rows()) {
        widest.add(field.name());
        room *= choices.of(field, true).size();
      }
    }
    return widest;
  }

  private Stream<Field> read() {
    return dataset.fields().stream()
        .filter(field -> field.isRead() && field.constant().isEmpty())
        .filter(field -> !recipe.layout().constants().containsKey(field.name()));
  }

  private Column column(String header, List<String> keyFields) {
    Optional<Field> named = read().filter(field -> goesBy(field, header)).findFirst();
    Field passedOver =
        Field.builder().name(header).type(FieldType.STRING).examples(List.of("unused")).build();
    return column(named.orElse(passedOver), header, keyFields);
  }

  private boolean goesBy(Field field, String header) {
    return field.name().equals(header)
        || field.aliases().contains(header)
        || recipe.layout().aliases().getOrDefault(field.name(), List.of()).contains(header);
  }

  private Column column(Field field, String header, List<String> keyFields) {
    boolean key = keyFields.contains(field.name());
    List<byte[]> nulls = alphabet.nulls(field).stream().sorted().map(alphabet::bytes).toList();
    boolean writable = alphabet.isJson() || !nulls.isEmpty();
    return new Column(
        field, header, values(field, key), nulls, writable && !key && !isNeeded(field));
  }

  private Values values(Field field, boolean key) {
    if (Isbns.areIn(field, dataset)) {
      return new Isbns();
    }
    Values values = choices.of(field, key);
    boolean trading = key && field.type().kind() == FieldType.Kind.DATE && Quotes.areIn(dataset);
    return trading ? new TradingDays(values) : values;
  }

  /** A row without the time that orders it is legal, but what becomes of it is no fixed number. */
  private boolean isNeeded(Field field) {
    String name = field.name();
    return field.required()
        || dataset.key().fields().contains(name)
        || dataset.eventTime().filter(name::equals).isPresent()
        || dataset.version().filter(name::equals).isPresent();
  }
}
