package io.cloudpulse.tests.preflight;

import java.io.Serializable;
import org.joda.time.Instant;

/**
 * One record of a probe's input.
 *
 * @param second its event time
 * @param after what a stream must have been heard to say before this record comes; may be empty
 * @param watermark event time, in seconds, that a stream's watermark has come to before it
 */
record Step(int value, int second, String after, int watermark) implements Serializable {
  private static final long BASE = 1_700_000_000_000L;

  static Step of(int value, int second) {
    return new Step(value, second, "", 0);
  }

  /** The event time that many seconds into the probes' day. */
  static Instant time(int second) {
    return Instant.ofEpochMilli(BASE + second * 1000L);
  }

  Step after(String heard) {
    return new Step(value, second, heard, watermark);
  }

  Step whenWatermarkIs(int at) {
    return new Step(value, second, after, at);
  }
}
