package io.cloudpulse.transforms.table;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Refuses a row that a table can hold and a record cannot be. */
final class RowCheck {
  private static final Instant NEVER = OffsetDateTime.MAX.toInstant();
  private static final Instant ALWAYS = OffsetDateTime.MIN.toInstant();

  private final List<Field> fields;
  private final boolean[] needed;

  RowCheck(Dataset dataset) {
    this.fields = dataset.fields();
    this.needed = new boolean[fields.size()];
    for (int i = 0; i < needed.length; i++) {
      Field field = fields.get(i);
      needed[i] = field.required() || dataset.key().fields().contains(field.name());
    }
  }

  /**
   * Looks at the fields.
   *
   * @throws Refusal for the first that is wrong
   */
  void check(Object[] row) {
    for (int i = 0; i < needed.length; i++) {
      String name = fields.get(i).name();
      if (row[i] == null) {
        if (needed[i]) {
          throw Refusal.of(Reason.MISSING, name, name + " is required, but was null");
        }
      } else if (!isOfItsType(fields.get(i).type().kind(), row[i])) {
        throw Refusal.ofField(Reason.TYPE, name, text(row[i]), "a " + typeName(i));
      }
    }
  }

  private String typeName(int place) {
    return fields.get(place).type().toString();
  }

  private static boolean isOfItsType(FieldType.Kind kind, Object value) {
    return kind.carrier().isInstance(value)
        && !value.equals(LocalDate.MAX)
        && !value.equals(LocalDate.MIN)
        && !value.equals(NEVER)
        && !value.equals(ALWAYS);
  }

  private static Object text(Object value) {
    boolean late = value.equals(LocalDate.MAX) || value.equals(NEVER);
    boolean early = value.equals(LocalDate.MIN) || value.equals(ALWAYS);
    return late ? "infinity" : early ? "-infinity" : value;
  }
}
