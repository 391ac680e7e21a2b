package io.cloudpulse.transforms;

/**
 * A record that can never pass, as opposed to a step that failed: only refusals become dead
 * letters, anything else fails the bundle. Carries no stack trace: the record is at fault, not the
 * code, and a dirty file throws many.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final String field;

  private Refusal(Reason reason, String field, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.field = field;
  }

  /** A record that is wrong as a whole. */
  public static Refusal of(Reason reason, String message) {
    return new Refusal(reason, "", message);
  }

  /** A record that is wrong in one field. */
  public static Refusal of(Reason reason, String field, String message) {
    return new Refusal(reason, field, message);
  }

  /** Says the field, the value it had and the value it may have, in that order. */
  public static Refusal ofField(Reason reason, String field, Object was, String allowed) {
    return new Refusal(reason, field, field + " was " + quoted(was) + ", but must be " + allowed);
  }

  private static String quoted(Object was) {
    if (was == null) {
      return "empty";
    }
    String text = was.toString();
    return '"' + (text.length() > 100 ? text.substring(0, 100) + "..." : text) + '"';
  }

  public Reason reason() {
    return reason;
  }

  /** The field at fault; empty if the record as a whole is. */
  public String field() {
    return field;
  }
}
