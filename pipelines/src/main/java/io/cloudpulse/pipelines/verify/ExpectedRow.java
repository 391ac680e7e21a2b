package io.cloudpulse.pipelines.verify;

import java.io.Serializable;

/**
 * A record that the source has for a key: enough to tell whether the sink holds it, and to read it
 * again where it does not.
 *
 * @param digest as {@link RowPrint} takes it
 * @param range its range's place in the listing
 * @param offset where it starts in its file
 * @param refused whether the sink refused it
 */
@SuppressWarnings("ArrayRecordComponent") // made a million times, never compared as a record
record ExpectedRow(long version, byte[] digest, int range, long offset, boolean refused)
    implements Serializable {
  private static final byte[] NOTHING = {};

  /** A version of a row that is that there is none. */
  static ExpectedRow deleted(long version, int range) {
    return new ExpectedRow(version, NOTHING, range, 0, false);
  }

  boolean isDeleted() {
    return digest.length == 0;
  }
}
