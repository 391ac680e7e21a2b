package io.cloudpulse.pipelines.verify;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType.Kind;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.transforms.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a row's print: its key, and a digest of the dataset's other columns. Both sides of a
 * comparison go through it, so a row crosses the shuffle in a few dozen bytes, however wide it is.
 */
final class RowPrint {
  private final Kind[] kinds;
  private final int[] keyPlaces;
  private final int[] otherPlaces;
  private final Digest digest = new Digest();

  RowPrint(Dataset dataset) {
    this(dataset, List.of());
  }

  /**
   * The same without some fields.
   *
   * @param leftOut their names: no sink holds them
   */
  RowPrint(Dataset dataset, List<String> leftOut) {
    this.kinds = dataset.fields().stream().map(field -> field.type().kind()).toArray(Kind[]::new);
    this.keyPlaces = keyPlaces(dataset);
    this.otherPlaces =
        dataset.fields().stream()
            .map(Field::name)
            .filter(name -> !dataset.key().fields().contains(name) && !leftOut.contains(name))
            .mapToInt(dataset::indexOf)
            .toArray();
  }

  private static int[] keyPlaces(Dataset dataset) {
    List<String> columns = dataset.key().columns();
    int[] places = new int[columns.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] =
          dataset.key().kind() == Key.Kind.FIELDS
              ? dataset.indexOf(columns.get(i))
              : kindsEnd(dataset) + i;
    }
    return places;
  }

  private static int kindsEnd(Dataset dataset) {
    return dataset.fields().size();
  }

  /** The key's columns as texts; one that is null (in a table of someone else's making) as null. */
  List<String> key(Object[] row) {
    List<String> key = new ArrayList<>(keyPlaces.length);
    for (int place : keyPlaces) {
      Object value = place < kinds.length ? NormalValue.of(kinds[place], row[place]) : row[place];
      // PostgreSQL takes -0 and 0 for one key; adding 0 does too.
      key.add(NormalValue.text(value instanceof Double number ? (Double) (number + 0.0) : value));
    }
    return key;
  }

  /** Of all columns of the dataset that are not in its key. */
  byte[] digest(Object[] row) {
    for (int place : otherPlaces) {
      digest.addValue(NormalValue.of(kinds[place], row[place]));
    }
    return digest.bytes();
  }
}
