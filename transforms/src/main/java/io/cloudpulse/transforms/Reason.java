package io.cloudpulse.transforms;

import java.util.Locale;

/** Why a record was refused. The code is what reports, dead letters and the generator call it. */
public enum Reason {
  /** Bytes that are not text in the declared encoding. */
  ENCODING,
  /** Quotes or JSON that do not close, or text where none may be. */
  MALFORMED,
  /** More or fewer values than the header has names. */
  FIELD_COUNT,
  /** A record longer than a reader accepts. */
  TOO_LARGE,
  /** A required value is null. */
  MISSING,
  /** A text that is not of the field's type. */
  TYPE,
  /** A value below min or above max. */
  RANGE,
  /** A text that is not among the allowed ones. */
  NOT_ALLOWED,
  /** A rule between fields does not hold, or cannot be computed. */
  RULE,
  /** What it refers to is not where the dataset looks it up. */
  UNKNOWN,
  /** It came after the windows it belongs to were closed for good. */
  LATE,
  /** The sink itself refuses the value, such as a number out of its column's range. */
  SINK;

  /** {@code field-count} and so on. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
