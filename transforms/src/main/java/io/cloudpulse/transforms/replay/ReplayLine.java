package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.DeadLetter;
import java.io.Serializable;

/**
 * The bytes that one or several dead letters are about, to be read again: once, however many there
 * are.
 *
 * @param letter id of the one that reading left; empty if only sinks left some
 * @param original as it came
 * @param offset where it starts in its source
 * @param line as in {@link DeadLetter#getLine}
 * @param reading as in {@link DeadLetter#getReading}
 * @param eventTime in milliseconds since 1970; null if it is not known
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReplayLine(
    String letter, byte[] original, long offset, long line, String reading, Long eventTime)
    implements Serializable {
  static final String READ = "read";

  static ReplayLine of(DeadLetter letter) {
    return new ReplayLine(
        letter.getStep().equals(READ) ? letter.getId() : "",
        letter.getOriginal(),
        letter.getOffset(),
        letter.getLine(),
        letter.getReading(),
        letter.getEventTime() == null ? null : letter.getEventTime().getMillis());
  }

  /** The same bytes, left twice: what reading left knows more of how they were read. */
  ReplayLine or(ReplayLine other) {
    return letter.isEmpty() && !other.letter.isEmpty() ? other : this;
  }
}
