package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;

/** Writes dead letters in batches that live inside a bundle. */
final class KeepDeadLettersFn extends DoFn<DeadLetter, Void> {
  private static final long serialVersionUID = 1;
  private static final int MOST_LETTERS = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String KEEP =
      """
      insert into pulse.dead_letters as kept (id, dataset, step, reason, message, field, original,
        source, byte_offset, line, event_time, attempts, run)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set
        reason = excluded.reason, message = excluded.message, field = excluded.field,
        attempts = kept.attempts + 1, run = excluded.run, last_seen = now(), status = 'open'
      where kept.run <> excluded.run""";

  private final PostgresAddress database;
  private transient PostgresSession session;

  /** By id: each once in a batch, and in the one order that keeps writers from deadlock. */
  private transient Map<String, DeadLetter> batch;

  KeepDeadLettersFn(PostgresAddress database) {
    this.database = database;
  }

  @Setup
  public void setUp() {
    session = new PostgresSession(database, PATIENCE);
    batch = new TreeMap<>();
  }

  @StartBundle
  public void startBundle() {
    batch.clear();
  }

  @ProcessElement
  public void add(@Element DeadLetter letter) throws SQLException {
    batch.put(letter.getId(), letter);
    if (batch.size() >= MOST_LETTERS) {
      finishBundle();
    }
  }

  @FinishBundle
  public void finishBundle() throws SQLException {
    if (!batch.isEmpty()) {
      session.transaction(this::keep);
      batch.clear();
    }
  }

  @Teardown
  public void tearDown() {
    if (session != null) {
      session.close();
    }
  }

  private void keep() throws SQLException {
    PreparedStatement statement = session.statement(KEEP);
    statement.clearBatch();
    for (DeadLetter letter : batch.values()) {
      bind(statement, letter);
      statement.addBatch();
    }
    int[] changed = statement.executeBatch();
    assert changed.length == batch.size();
  }

  private static void bind(PreparedStatement statement, DeadLetter letter) throws SQLException {
    statement.setString(1, letter.getId());
    statement.setString(2, letter.getDataset());
    statement.setString(3, letter.getStep());
    statement.setString(4, letter.getReason());
    statement.setString(5, storable(letter.getMessage()));
    statement.setString(6, storable(letter.getField()));
    statement.setBytes(7, letter.getOriginal());
    statement.setString(8, storable(letter.getSource()));
    statement.setLong(9, letter.getOffset());
    statement.setLong(10, letter.getLine());
    bindEventTime(statement, letter);
    statement.setInt(12, letter.getAttempts());
    statement.setString(13, letter.getRun());
  }

  private static void bindEventTime(PreparedStatement statement, DeadLetter letter)
      throws SQLException {
    if (letter.getEventTime() == null) {
      statement.setNull(11, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(
          11,
          java.time.Instant.ofEpochMilli(letter.getEventTime().getMillis())
              .atOffset(ZoneOffset.UTC));
    }
  }

  /** PostgreSQL's text holds every character but NUL, which is shown as its symbol. */
  static String storable(String text) {
    return text.replace('\0', '\u2400');
  }
}
