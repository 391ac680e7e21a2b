package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Makes values again of texts that stand for them: as {@code toString} writes a carrier. */
public final class KeyValues {
  private KeyValues() {}

  /** A record of a dataset that has its key, and nothing else. */
  public static Object[] row(Dataset dataset, List<String> key) {
    int fields = dataset.fields().size();
    boolean own = dataset.key().kind() != Key.Kind.FIELDS;
    Object[] values = new Object[fields + (own ? dataset.key().columns().size() : 0)];
    int[] places = KeyPlaces.of(dataset);
    for (int i = 0; i < places.length; i++) {
      String text = key.get(i);
      values[places[i]] =
          places[i] < fields
              ? value(dataset.fields().get(places[i]).type(), text)
              : dataset.key().columns().get(i).equals(Key.RECORD_COLUMN)
                  ? Long.valueOf(text)
                  : text;
    }
    return values;
  }

  /** A value of a type; null stays null. */
  public static Object value(FieldType type, String text) {
    if (text == null) {
      return null;
    }
    return switch (type.kind()) {
      case STRING, JSON -> text;
      case INT64 -> Long.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case DECIMAL -> new BigDecimal(text).setScale(type.scale());
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> Instant.parse(text);
    };
  }
}
