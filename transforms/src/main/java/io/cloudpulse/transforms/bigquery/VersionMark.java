package io.cloudpulse.transforms.bigquery;

import java.io.Serializable;

/**
 * How far a table was read: the newest version that was in it.
 *
 * @param table when the table was made, in milliseconds: versions of another one say nothing
 * @param version of its rows, the greatest
 */
public record VersionMark(long table, long version) implements Serializable {
  /** Nothing was read. */
  public static final VersionMark NONE = new VersionMark(0, Long.MIN_VALUE);

  /** Reads what {@link #text} wrote. */
  public static VersionMark parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? NONE
        : new VersionMark(
            Long.parseLong(text.substring(at + 1)), Long.parseLong(text.substring(0, at)));
  }

  /** As the ledger keeps it. */
  public String text() {
    return version + "@" + table;
  }

  public boolean isNone() {
    return version == Long.MIN_VALUE;
  }
}
