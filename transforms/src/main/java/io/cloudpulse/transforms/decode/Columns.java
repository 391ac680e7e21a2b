package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which column of a header each field is read from. A column is a field's if it has the field's
 * name or an alias of it; failing that, if it does but for case and punctuation, so that {@code
 * Country Name} is {@code country_name}.
 *
 * @param ofField column of each field, by place in the dataset; -1 for none
 * @param unpivoted columns that become records of their own
 * @param unknown headers that no field reads
 * @param missing required fields that no column has
 */
@SuppressWarnings("ArrayRecordComponent")
public record Columns(
    List<String> header,
    int[] ofField,
    int[] unpivoted,
    List<String> unknown,
    List<String> missing) {

  static final int NONE = -1;

  /** Finds each field's column; never fails, what is missing is listed. */
  public static Columns bind(Dataset dataset, Layout layout, List<String> header) {
    int[] ofField = new int[dataset.fields().size()];
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < ofField.length; i++) {
      Field field = dataset.fields().get(i);
      ofField[i] = isInColumn(field, layout) ? column(field, layout, header) : NONE;
      if (ofField[i] == NONE && field.required() && isInColumn(field, layout)) {
        missing.add(field.name());
      }
    }
    int[] unpivoted = unpivoted(layout, header);
    if (layout.unpivot().isPresent() && unpivoted.length == 0) {
      missing.add("columns like " + layout.unpivot().get().columns());
    }
    List<String> unknown = unknown(layout, header, ofField, unpivoted);
    return new Columns(List.copyOf(header), ofField, unpivoted, unknown, missing);
  }

  /** False if the value comes from a constant, an expression or unpivoting. */
  static boolean isInColumn(Field field, Layout layout) {
    return field.isRead()
        && constant(field, layout).isEmpty()
        && layout
            .unpivot()
            .filter(
                unpivot ->
                    unpivot.nameField().equals(field.name())
                        || unpivot.valueField().equals(field.name()))
            .isEmpty();
  }

  static Optional<String> constant(Field field, Layout layout) {
    return Optional.ofNullable(layout.constants().get(field.name())).or(field::constant);
  }

  /** The names a field may have in this layout: its own last, so that an alias can stand in. */
  static List<String> names(Field field, Layout layout) {
    List<String> names = new ArrayList<>(layout.aliases().getOrDefault(field.name(), List.of()));
    names.addAll(field.aliases());
    names.add(field.name());
    return names;
  }

  private static int column(Field field, Layout layout, List<String> header) {
    List<String> names = names(field, layout);
    for (String name : names) {
      int column = header.indexOf(name);
      if (column >= 0) {
        return column;
      }
    }
    List<String> plain = header.stream().map(Columns::plain).toList();
    return names.stream()
        .mapToInt(name -> plain.indexOf(plain(name)))
        .filter(column -> column >= 0)
        .findFirst()
        .orElse(NONE);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static int[] unpivoted(Layout layout, List<String> header) {
    if (layout.unpivot().isEmpty()) {
      return new int[0];
    }
    Pattern pattern = Pattern.compile(layout.unpivot().get().columns());
    return java.util.stream.IntStream.range(0, header.size())
        .filter(column -> pattern.matcher(header.get(column)).matches())
        .toArray();
  }

  private static List<String> unknown(
      Layout layout, List<String> header, int[] ofField, int[] unpivoted) {
    boolean[] known = new boolean[header.size()];
    for (int column : ofField) {
      if (column != NONE) {
        known[column] = true;
      }
    }
    for (int column : unpivoted) {
      known[column] = true;
    }
    List<String> unknown = new ArrayList<>();
    for (int column = 0; column < known.length; column++) {
      if (!known[column] && !layout.ignore().contains(header.get(column))) {
        unknown.add(header.get(column));
      }
    }
    return List.copyOf(unknown);
  }
}
