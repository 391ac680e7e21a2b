package io.cloudpulse.schemas;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/**
 * Turns wide records to long ones: each column whose whole header matches a pattern becomes a
 * record of its own, unless its value is null.
 */
@AutoValue
public abstract class Unpivot implements Serializable {
  private static final long serialVersionUID = 1;

  /** Regular expression for the whole header of a column to turn, such as {@code \d{4}}. */
  public abstract String columns();

  /** The field that takes the column's header. */
  public abstract String nameField();

  /** The field that takes the column's value. */
  public abstract String valueField();

  public static Unpivot of(String columns, String nameField, String valueField) {
    return new AutoValue_Unpivot(columns, nameField, valueField);
  }
}
