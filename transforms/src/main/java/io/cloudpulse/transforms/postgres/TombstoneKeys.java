package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.transforms.KeyPlaces;
import io.cloudpulse.transforms.KeyValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the key of a row as one text, and reads it again: that is how a tombstone names it. */
final class TombstoneKeys {
  private final Dataset dataset;
  private final int[] places;

  private TombstoneKeys(Dataset dataset) {
    this.dataset = dataset;
    this.places = KeyPlaces.of(dataset);
  }

  /** Only a key made of fields can be told without the rest of the record. */
  static boolean canBe(Dataset dataset) {
    return dataset.key().kind() == Key.Kind.FIELDS;
  }

  static TombstoneKeys of(Dataset dataset) {
    return new TombstoneKeys(dataset);
  }

  /** The values with their lengths, so that no two keys look alike. */
  String text(Object[] values) {
    if (places.length == 1) {
      return values[places[0]].toString();
    }
    StringBuilder key = new StringBuilder();
    Arrays.stream(places)
        .mapToObj(place -> values[place].toString())
        .forEach(text -> key.append(text.length()).append(':').append(text));
    return key.toString();
  }

  /** A row of which a text is the key, and nothing else is known. */
  Object[] row(String text) {
    return KeyValues.row(dataset, places.length == 1 ? List.of(text) : parts(text));
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int colon = text.indexOf(':', from);
      int end = colon + 1 + Integer.parseInt(text.substring(from, colon));
      parts.add(text.substring(colon + 1, end));
      from = end;
    }
    return parts;
  }
}
