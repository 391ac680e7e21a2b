package io.cloudpulse.transforms;

import java.io.IOException;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** The way of rows into a sink. Opened once for each worker that stores. */
@FunctionalInterface
public interface RowStore extends Serializable {
  Open open();

  /** Where rows are put, bundle by bundle; not for two threads. */
  interface Open extends AutoCloseable {
    /** A bundle begins. What waits of one that failed is forgotten: its retry brings it again. */
    default void begin() throws IOException {}

    /**
     * Takes rows, to be stored and counted when this returns, or at the latest when the bundle
     * ends. May be given rows that it has had.
     *
     * @param rows of one range, by ascending ordinal; at least one
     * @param refused takes those that the sink refuses for what they hold
     * @throws IOException if they could not be stored for now, or the sink is not as it must be
     * @throws SQLException if that is so of a database
     */
    void write(List<VersionedRecord> rows, Consumer<DeadLetter> refused)
        throws IOException, SQLException;

    /** The bundle ends: what waits is stored and counted. Fails as {@link #write} does. */
    default void end(Consumer<DeadLetter> refused) throws IOException, SQLException {}

    @Override
    void close() throws IOException;
  }
}
