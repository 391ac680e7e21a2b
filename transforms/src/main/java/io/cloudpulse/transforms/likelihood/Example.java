package io.cloudpulse.transforms.likelihood;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import io.cloudpulse.schemas.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a model is fitted to: features, and what came of it. Between workers it is a record of a
 * dataset of its own.
 *
 * @param session examples of one session are never on both sides of a split
 * @param at its place in the session, ascending: a time in microseconds, or a number. With the
 *     session it says which example this is
 * @param bought what came
 */
@SuppressWarnings("ArrayRecordComponent")
public record Example(String session, long at, boolean bought, double[] features) {
  private static final int OWN = 3;
  private static final String TAB = "\t";

  /** The dataset of such examples. */
  public static Dataset dataset(FeatureSchema schema) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.builder().name("session").type(FieldType.STRING).required(true).build());
    fields.add(Field.builder().name("at").type(FieldType.INT64).required(true).build());
    fields.add(Field.builder().name("bought").type(FieldType.BOOLEAN).required(true).build());
    schema.features().stream()
        .map(f -> Field.builder().name(f.name()).type(FieldType.DOUBLE).required(true).build())
        .forEach(fields::add);
    return Dataset.builder()
        .name("activity.examples")
        .description("What a model is fitted to.")
        .layouts(List.of(Layout.builder().format(Layout.Format.JSONL).build()))
        .key(Key.fields(List.of("session", "at")))
        .fields(fields)
        .build();
  }

  /** True of the same moment of the same session. */
  public boolean isSame(Example other) {
    return at == other.at && session.equals(other.session);
  }

  /** As a record of the dataset has it. */
  public Object[] values() {
    Object[] values = new Object[OWN + features.length];
    values[0] = session;
    values[1] = at;
    values[2] = bought;
    for (int i = 0; i < features.length; i++) {
      values[OWN + i] = features[i];
    }
    return values;
  }

  /** What {@link #values} gave. */
  public static Example of(Object[] values) {
    double[] features = new double[values.length - OWN];
    for (int i = 0; i < features.length; i++) {
      features[i] = (Double) values[OWN + i];
    }
    return new Example((String) values[0], (Long) values[1], (Boolean) values[2], features);
  }

  /** On one line. Doubles are in hexadecimal: all bits, on every JDK the same. */
  public String line() {
    return Arrays.stream(features)
        .mapToObj(Double::toHexString)
        .collect(
            Collectors.joining(TAB, session.replace(TAB, " ") + TAB + at + TAB + bought + TAB, ""));
  }

  /** What {@link #line} gave. */
  public static Example parse(String line) {
    String[] parts = line.split(TAB, -1);
    double[] features = new double[parts.length - OWN];
    for (int i = 0; i < features.length; i++) {
      features[i] = Double.parseDouble(parts[OWN + i]);
    }
    return new Example(parts[0], Long.parseLong(parts[1]), parts[2].equals("true"), features);
  }
}
