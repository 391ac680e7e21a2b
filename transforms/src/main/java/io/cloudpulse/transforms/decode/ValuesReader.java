package io.cloudpulse.transforms.decode;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.Layout;
import io.cloudpulse.schemas.Unpivot;
import java.util.function.Consumer;

/** Reads the fields of a record from its texts, by the columns of one header. */
final class ValuesReader {
  private final FieldReader[] readers;
  private final Object[] constants;
  private final Columns columns;
  private final int nameField;
  private final int valueField;

  ValuesReader(Dataset dataset, Layout layout, Columns columns, Consumer<String> corrected) {
    int count = dataset.fields().size();
    this.columns = columns;
    this.readers = new FieldReader[count];
    this.constants = new Object[count];
    this.nameField = layout.unpivot().map(Unpivot::nameField).map(dataset::indexOf).orElse(-1);
    this.valueField = layout.unpivot().map(Unpivot::valueField).map(dataset::indexOf).orElse(-1);
    for (int i = 0; i < count; i++) {
      Field field = dataset.fields().get(i);
      if (field.isRead()) {
        readers[i] = new FieldReader(field, layout, corrected);
        constants[i] = constant(field, layout, readers[i]);
      }
    }
  }

  private static Object constant(Field field, Layout layout, FieldReader reader) {
    return Columns.constant(field, layout).map(reader::read).orElse(null);
  }

  /** All values but those that unpivoting and expressions give, in an array of {@code size}. */
  Object[] read(RawRecord raw, int size) {
    Object[] values = new Object[size];
    int[] ofField = columns.ofField();
    for (int i = 0; i < readers.length; i++) {
      if (constants[i] != null) {
        values[i] = constants[i];
      } else if (readers[i] != null && i != nameField && i != valueField) {
        values[i] = read(readers[i], raw, ofField[i]);
      }
    }
    return values;
  }

  private static Object read(FieldReader reader, RawRecord raw, int column) {
    return column == Columns.NONE
        ? reader.read((String) null)
        : reader.read(raw.text(column), raw.from(column), raw.length(column));
  }

  /** The unpivoted value in a column; null if there is none, which makes it no record. */
  Object unpivoted(RawRecord raw, int column) {
    return readers[valueField].readOrNull(raw.text(column), raw.from(column), raw.length(column));
  }

  /** The record that one unpivoted value makes. */
  Object[] unpivot(Object[] shared, int column, Object value) {
    Object[] values = shared.clone();
    values[nameField] = readers[nameField].read(columns.header().get(column));
    values[valueField] = value;
    return values;
  }
}
