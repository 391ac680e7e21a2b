package io.cloudpulse.transforms.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;

/** Writes elements with one statement each, in batches that live inside a bundle. */
abstract class KeepFn<T> extends DoFn<T, Void> {
  private static final long serialVersionUID = 1;
  private static final int MOST_ELEMENTS = 500;
  private static final long MOST_BYTES = 16 << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final PostgresAddress database;
  private final String sql;
  private transient PostgresSession session;

  /** By id: each once in a batch, and in the one order that keeps writers from deadlock. */
  private transient Map<String, T> batch;

  private transient long batchBytes;

  KeepFn(PostgresAddress database, String sql) {
    this.database = database;
    this.sql = sql;
  }

  /** What the table knows an element by. */
  abstract String id(T element);

  /** About how much memory an element takes. */
  abstract long bytes(T element);

  /** How many elements are written at once. */
  int mostElements() {
    return MOST_ELEMENTS;
  }

  abstract void bind(PreparedStatement statement, T element) throws SQLException;

  @Setup
  public void setUp() {
    session = new PostgresSession(database, PATIENCE);
    batch = new TreeMap<>();
  }

  /** A bundle that failed may have left elements behind; its retry brings them again. */
  @StartBundle
  public void startBundle() {
    clear();
  }

  @ProcessElement
  public void add(@Element T element) throws SQLException {
    batch.put(id(element), element);
    batchBytes += bytes(element);
    if (batch.size() >= mostElements() || batchBytes >= MOST_BYTES) {
      finishBundle();
    }
  }

  @FinishBundle
  public void finishBundle() throws SQLException {
    if (!batch.isEmpty()) {
      session.transaction(() -> write(session, batch.values()));
      clear();
    }
  }

  @Teardown
  public void tearDown() {
    if (session != null) {
      session.close();
    }
  }

  private void clear() {
    batch.clear();
    batchBytes = 0;
  }

  /** Writes elements within a transaction, which may be tried again. */
  void write(PostgresSession open, Collection<T> elements) throws SQLException {
    PreparedStatement statement = open.statement(sql);
    statement.clearBatch();
    for (T element : elements) {
      bind(statement, element);
      statement.addBatch();
    }
    int unused = statement.executeBatch().length;
  }
}
