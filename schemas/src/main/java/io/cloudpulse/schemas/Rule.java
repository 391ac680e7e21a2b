package io.cloudpulse.schemas;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** Something that must hold between the fields of one record, or the record is refused. */
@AutoValue
public abstract class Rule implements Serializable {
  private static final long serialVersionUID = 1;

  public abstract String name();

  /** A CEL expression over the fields that gives a boolean. */
  public abstract String check();

  /** What to tell the owner of a record that breaks it. */
  public abstract String message();

  public static Rule of(String name, String check, String message) {
    return new AutoValue_Rule(name, check, message);
  }
}
