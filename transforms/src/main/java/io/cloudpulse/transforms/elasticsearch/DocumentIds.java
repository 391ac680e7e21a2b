package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.KeyPlaces;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Names a row's document after its key, so that no two keys share a name: the values as text,
 * joined by {@code |}. Where a value holds {@code |} or a backslash, a backslash stands before it.
 * Elasticsearch takes no empty name, so that of one empty value is a backslash and {@code e}; and
 * none of more than 512 bytes, so that of a longer key is a backslash, {@code #} and the hash of
 * the key in 32 hexadecimal digits.
 */
final class DocumentIds {
  private static final int LONGEST = 512;

  /** UTF-8 takes at most so many bytes for a char. */
  private static final int MOST_BYTES = 3;

  private static final String EMPTY = "\\e";
  private static final String HASHED = "\\#";

  private final List<String> columns;
  private final int[] places;

  private DocumentIds(List<String> columns, int[] places) {
    this.columns = columns;
    this.places = places;
  }

  static DocumentIds of(Dataset dataset) {
    return new DocumentIds(dataset.key().columns(), KeyPlaces.of(dataset));
  }

  /** The name of a row's document; refuses a row without a whole key. */
  String of(Object[] values) {
    String id = places.length == 1 ? text(values, 0) : joined(values);
    if (id.isEmpty()) {
      return EMPTY;
    }
    boolean fits =
        id.length() * MOST_BYTES <= LONGEST
            || id.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    return fits ? id : HASHED + new Digest().add(id).hex();
  }

  private String joined(Object[] values) {
    StringBuilder id = new StringBuilder(text(values, 0));
    for (int i = 1; i < places.length; i++) {
      id.append('|').append(text(values, i));
    }
    return id.toString();
  }

  private String text(Object[] values, int part) {
    Object value = values[places[part]];
    if (value == null) {
      throw Refusal.ofField(Reason.SINK, columns.get(part), null, "there: it is part of the key");
    }
    if (value instanceof String text) {
      return escaped(text);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    // -0 and 0 are one key in PostgreSQL; adding 0 makes them one here.
    return value instanceof Double number ? Double.toString(number + 0.0) : value.toString();
  }

  private static String escaped(String text) {
    boolean plain = text.indexOf('|') < 0 && text.indexOf('\\') < 0;
    return plain ? text : text.replace("\\", "\\\\").replace("|", "\\|");
  }

  /** The text that a value was before it became a part of a name. */
  static String unescaped(String part) {
    StringBuilder text = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      boolean escape = part.charAt(i) == '\\' && i + 1 < part.length();
      text.append(part.charAt(escape ? ++i : i));
    }
    return text.toString();
  }
}
