package io.cloudpulse.pipelines.verify;

import java.io.IOException;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads the rows of a sink as anyone would, knowing nothing of how they were written. Sent to the
 * workers, and connected there. One caller at a time.
 */
interface RowsReader extends Serializable, AutoCloseable {
  /** Takes each row that is found. */
  @FunctionalInterface
  interface Rows {
    /**
     * Takes one row.
     *
     * @param values the dataset's fields in order, then the key's own columns, each as its type's
     *     carrier or null; what no carrier can hold comes as a text
     */
    void take(Object[] values, long version);
  }

  /** Hands over each row of a part of {@link SinkRows#open}; holds only some of them at a time. */
  void read(Serializable part, Rows rows) throws IOException, SQLException;

  /** Hands over the row whose key columns have these texts, if there is one, as of now. */
  void readKey(List<String> key, Rows rows) throws IOException, SQLException;

  @Override
  void close() throws SQLException;
}
