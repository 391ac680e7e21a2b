package io.cloudpulse.pipelines.verify;

import java.util.Arrays;

/** What became of one key. */
enum Verdict {
  /** The sink holds the newest version that it did not refuse. */
  MATCHING,
  /** The source has it, the sink has not. */
  MISSING,
  /** The sink has it, the source has not. */
  EXTRA,
  /** Both have it, but not the same values. */
  DIFFERENT,
  /** The sink has nothing, and a dead letter for each version says why. */
  REFUSED;

  /** True if sink and source disagree. */
  boolean isDifference() {
    return this == MISSING || this == EXTRA || this == DIFFERENT;
  }

  /** Of a key that the sink has not. */
  static Verdict ofAbsent(ExpectedRow newestTaken) {
    return newestTaken == null ? REFUSED : MISSING;
  }

  /**
   * Of a key that the sink has.
   *
   * @param newestTaken the newest version that the sink did not refuse; null if there is none
   * @param newestRefused the newest that it did: it may have been sent again and taken since
   */
  static Verdict ofFound(byte[] digest, ExpectedRow newestTaken, ExpectedRow newestRefused) {
    if (isSame(digest, newestTaken) || isSame(digest, newestRefused)) {
      return MATCHING;
    }
    return newestTaken == null ? EXTRA : DIFFERENT;
  }

  private static boolean isSame(byte[] digest, ExpectedRow expected) {
    return expected != null && Arrays.equals(digest, expected.digest());
  }
}
