package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Splits the text of one record to the texts of its fields. */
interface TextSplitter {
  void split(String text);

  /** For a layout, filling {@code raw}; by the columns of a header, or by the paths of JSON. */
  static TextSplitter of(
      Dataset dataset, Layout layout, Columns columns, RawRecord raw, Consumer<String> unknown) {
    if (layout.format() == Layout.Format.JSONL) {
      JsonFields json = new JsonFields(paths(dataset, layout), raw, unknown);
      return text -> json.pick(text, dataset.fields().size());
    }
    CsvFields csv = new CsvFields(layout.delimiter(), raw);
    int expected = columns.header().size();
    return text -> {
      csv.split(text);
      if (raw.columns() != expected) {
        throw Refusal.of(
            Reason.FIELD_COUNT,
            "the record has " + raw.columns() + " fields, but the header has " + expected);
      }
    };
  }

  private static Map<String, Integer> paths(Dataset dataset, Layout layout) {
    Map<String, Integer> paths = new HashMap<>();
    for (Field field : dataset.fields()) {
      if (Columns.isInColumn(field, layout)) {
        Columns.names(field, layout)
            .forEach(name -> paths.putIfAbsent(name, dataset.indexOf(field.name())));
      }
    }
    return paths;
  }
}
