package io.cloudpulse.serving.search;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.shape.ElasticsearchShape;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dataset that is searched, by the words of its texts.
 *
 * @param title the field that names a row
 * @param texts fields that hold words, the title among them
 */
record SearchedDataset(Dataset dataset, String title, List<String> texts) {
  private static final int TITLE_COUNTS = 4;
  private static final int NAME_COUNTS = 2;

  static SearchedDataset of(Dataset dataset) {
    List<String> texts =
        dataset.fields().stream().filter(SearchedDataset::holdsWords).map(Field::name).toList();
    return new SearchedDataset(dataset, title(dataset, texts), texts);
  }

  /** The words of an address in the web are nobody's. */
  private static boolean holdsWords(Field field) {
    return field.type().kind() == FieldType.Kind.STRING && !field.name().endsWith("url");
  }

  /** What is called so, else a name, else what a row is known by. */
  private static String title(Dataset dataset, List<String> texts) {
    return Stream.of(
            texts.stream().filter("title"::equals),
            texts.stream().filter(SearchedDataset::isName),
            texts.stream().filter(dataset.key().columns()::contains),
            texts.stream())
        .flatMap(some -> some)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(dataset.name() + " has no texts"));
  }

  private static boolean isName(String field) {
    return field.endsWith("name") || field.endsWith("title") || field.equals("authors");
  }

  String index() {
    return ElasticsearchShape.of(dataset).index();
  }

  /** Each field as it is searched by words, with how much it counts. */
  List<String> weighted() {
    return texts.stream().map(text -> words(text) + "^" + weight(text)).toList();
  }

  /** Those of them that name something: in codes and numbers a typo means another one. */
  List<String> names() {
    return texts.stream()
        .filter(text -> weight(text) > 1)
        .map(text -> words(text) + "^" + weight(text))
        .toList();
  }

  private int weight(String text) {
    if (text.equals(title)) {
      return TITLE_COUNTS;
    }
    return isName(text) ? NAME_COUNTS : 1;
  }

  /** Under which a field's words are, as {@link ElasticsearchShape} says. */
  static String words(String text) {
    return text + ".text";
  }
}
