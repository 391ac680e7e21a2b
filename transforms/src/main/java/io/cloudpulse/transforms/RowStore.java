package io.cloudpulse.transforms;

import java.io.Serializable;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way into a sink that a step may take by itself: what is read need not pass through the runner
 * to be stored. Opened once for each worker that stores.
 */
@FunctionalInterface
public interface RowStore extends Serializable {
  Open open();

  /** Where rows are put; not for two threads. */
  interface Open extends AutoCloseable {
    /**
     * Stores rows and counts them; done when this returns. May be given rows that it has had.
     *
     * @param rows of one range, by ascending ordinal; at least one
     * @param refused takes those that the sink refuses for what they hold
     * @throws SQLException if they could not be stored for now, or the sink is not as it must be
     */
    void write(List<VersionedRecord> rows, Consumer<DeadLetter> refused) throws SQLException;

    @Override
    void close();
  }
}
