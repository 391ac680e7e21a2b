package io.cloudpulse.transforms.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/** Tells a bad record from a bad moment or a bad set-up, by SQLSTATE. */
enum SqlBlame {
  /** No retry can help; without this record the others pass. */
  RECORD,
  /** The same again, a little later, may pass. */
  MOMENT,
  /** Somebody has to mend something first. A retry costs time, a wrong dead letter costs data. */
  SETUP;

  /**
   * 21000: two rows of a batch are one key to PostgreSQL (a collation that folds case), which
   * halving cures. 54000: a key too long for an index.
   */
  private static final Set<String> RECORD_STATES = Set.of("21000", "54000");

  /** 22: a value the column cannot hold. 23: a constraint the row breaks. */
  private static final Set<String> RECORD_CLASSES = Set.of("22", "23");

  /** 08: connection. 40: rollback, such as a deadlock. 53: resources. 57: operator. */
  private static final Set<String> MOMENT_CLASSES = Set.of("08", "40", "53", "57");

  /** A lock that was not to be had in time. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  static SqlBlame of(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || state.length() != 5) {
      return failure.getCause() instanceof IOException ? MOMENT : SETUP;
    }
    String stateClass = state.substring(0, 2);
    if (RECORD_CLASSES.contains(stateClass) || RECORD_STATES.contains(state)) {
      return RECORD;
    }
    return MOMENT_CLASSES.contains(stateClass) || state.equals(LOCK_NOT_AVAILABLE) ? MOMENT : SETUP;
  }
}
