package io.cloudpulse.transforms.postgres;

import java.io.Serializable;

/**
 * How far a table was read: the oldest transaction that was open then. Whatever was written by it
 * or after it may not have been seen, whatever version it has; all that was written before was.
 *
 * @param server the server whose transactions these are; a restored one counts anew
 * @param transaction the oldest that was open; 0 for a table never read
 */
public record TableMark(String server, long transaction) implements Serializable {
  /** Nothing was read. */
  public static final TableMark NONE = new TableMark("", 0);

  /** Of the transaction at hand. */
  static final String QUERY =
      "select (select system_identifier from pg_control_system())"
          + " || '/' || (select timeline_id from pg_control_checkpoint()),"
          + " pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

  /** Reads what {@link #text} wrote. */
  public static TableMark parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? NONE
        : new TableMark(text.substring(at + 1), Long.parseLong(text.substring(0, at)));
  }

  /** As the ledger keeps it. */
  public String text() {
    return transaction + "@" + server;
  }

  public boolean isNone() {
    return transaction == 0;
  }

  /**
   * What a row fulfils that may have changed since. A row tells the low half only of the
   * transaction that wrote it. The latest one with that half is taken: so a row that is older by
   * four thousand million transactions may be read again, and none is left out.
   */
  String condition() {
    if (isNone()) {
      return "";
    }
    String next = "(select pg_snapshot_xmax(pg_current_snapshot())::text::bigint)";
    String half = "xmin::text::bigint";
    return " and %s + (%s - %s) / 4294967296 * 4294967296 >= %d"
        .formatted(half, next, half, transaction);
  }
}
