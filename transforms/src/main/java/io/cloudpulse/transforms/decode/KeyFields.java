package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a row's key from the key of a message: a JSON object with the key's fields, or their texts
 * as one record of CSV, which for one field is the plain text.
 */
public final class KeyFields {
  private final Dataset dataset;
  private final List<FieldReader> readers = new ArrayList<>();
  private final RecordText text = new RecordText("UTF-8");
  private final MessageBytes bytes = new MessageBytes();
  private final RawRecord raw;
  private final JsonFields json;
  private final CsvFields csv;

  public KeyFields(Dataset dataset) {
    this.dataset = dataset;
    Map<String, Integer> columns = new HashMap<>();
    for (String name : dataset.key().fields()) {
      Field field = dataset.field(name);
      int column = readers.size();
      Layout layout = dataset.layouts().get(0);
      Columns.names(field, layout).forEach(alias -> columns.putIfAbsent(alias, column));
      readers.add(new FieldReader(field, layout, correction -> {}));
    }
    this.raw = new RawRecord(readers.size());
    this.json = new JsonFields(columns, raw, name -> {});
    this.csv = new CsvFields(',', raw);
  }

  /**
   * The values of a deleted row: those of its key, where the dataset has them.
   *
   * @throws Refusal if the dataset's key is not made of fields, or is not to be read from the bytes
   */
  public Object[] read(byte[] key) {
    if (dataset.key().kind() != Key.Kind.FIELDS) {
      throw Refusal.of(
          Reason.MALFORMED,
          "a message without payload deletes a row, but no message can name a row of "
              + dataset.name()
              + ": its key is not made of fields");
    }
    if (key == null || key.length == 0) {
      throw Refusal.of(
          Reason.MISSING, "a message without payload deletes a row, but this one has no key");
    }
    split(key);
    Object[] values = new Object[RecordFinisher.size(dataset)];
    for (int i = 0; i < readers.size(); i++) {
      values[dataset.indexOf(dataset.key().fields().get(i))] = value(i);
    }
    return values;
  }

  private void split(byte[] key) {
    bytes.take(key, 0);
    String written = text.of(bytes);
    if (bytes.first() == '{') {
      json.pick(written, readers.size());
    } else if (readers.size() == 1) {
      raw.clear(1);
      raw.set(0, written.toCharArray(), 0, written.length());
    } else {
      csv.split(written);
    }
    if (raw.columns() != readers.size()) {
      throw Refusal.of(
          Reason.FIELD_COUNT,
          "the message's key has " + raw.columns() + " values, but must have " + readers.size());
    }
  }

  private Object value(int column) {
    Object value =
        readers.get(column).readOrNull(raw.text(column), raw.from(column), raw.length(column));
    if (value == null) {
      String name = dataset.key().fields().get(column);
      throw Refusal.of(Reason.MISSING, name, name + " is not in the message's key");
    }
    return value;
  }
}
