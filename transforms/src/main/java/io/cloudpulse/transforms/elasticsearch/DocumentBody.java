package io.cloudpulse.transforms.elasticsearch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.Surrogates;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes a row's fields as a JSON object. Every value is written exactly: decimals with all their
 * digits and without an exponent, times in ISO-8601 down to the microsecond, JSON as it stands. A
 * null is left out, which Elasticsearch takes for the same.
 */
final class DocumentBody {
  private final SerializedString[] names;
  private final FieldType.Kind[] kinds;

  private final boolean[] stored;

  private DocumentBody(List<Field> fields, List<String> leftOut) {
    this.stored = new boolean[fields.size()];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = !leftOut.contains(fields.get(i).name());
    }
    this.names =
        fields.stream().map(f -> new SerializedString(f.name())).toArray(SerializedString[]::new);
    this.kinds = fields.stream().map(f -> f.type().kind()).toArray(FieldType.Kind[]::new);
  }

  static DocumentBody of(Dataset dataset) {
    return without(dataset, List.of());
  }

  /** Leaves some fields out. */
  static DocumentBody without(Dataset dataset, List<String> fields) {
    return new DocumentBody(dataset.fields(), fields);
  }

  /**
   * Looks for what no JSON document can hold.
   *
   * @throws Refusal if the row has such a value
   */
  void check(Object[] values) {
    for (int i = 0; i < kinds.length; i++) {
      if (!stored[i]) {
        continue;
      }
      if (values[i] instanceof Double number && !Double.isFinite(number)) {
        throw refusal(i, number + " is no number in JSON");
      }
      if (values[i] instanceof String text && !Surrogates.arePaired(text)) {
        throw refusal(i, "it holds half of a surrogate pair, which is no character");
      }
    }
  }

  private Refusal refusal(int field, String why) {
    String name = names[field].getValue();
    return Refusal.of(
        Reason.SINK, name, "Elasticsearch cannot hold the value of " + name + ": " + why);
  }

  void write(Object[] values, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < kinds.length; i++) {
      if (values[i] != null && stored[i]) {
        json.writeFieldName(names[i]);
        writeValue(kinds[i], values[i], json);
      }
    }
    json.writeEndObject();
  }

  private static void writeValue(FieldType.Kind kind, Object value, JsonGenerator json)
      throws IOException {
    switch (kind) {
      case STRING -> json.writeString((String) value);
      case INT64 -> json.writeNumber((Long) value);
      case DOUBLE -> json.writeNumber((Double) value);
      case DECIMAL -> json.writeNumber((BigDecimal) value);
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case DATE, TIMESTAMP -> json.writeString(value.toString());
      case JSON -> json.writeRawValue(onOneLine((String) value));
    }
  }

  /** A line break would end the document; in JSON it stands between values only. */
  private static String onOneLine(String json) {
    boolean plain = json.indexOf('\n') < 0 && json.indexOf('\r') < 0;
    return plain ? json : json.replace('\n', ' ').replace('\r', ' ');
  }
}
