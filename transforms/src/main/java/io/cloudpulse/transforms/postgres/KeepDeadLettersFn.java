package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes dead letters, each once. */
final class KeepDeadLettersFn extends KeepFn<DeadLetter> {
  private static final long serialVersionUID = 1;

  private static final String KEEP =
      "insert into pulse.dead_letters as kept (id, dataset, step, reason, message, field,"
          + " original, source, byte_offset, line, event_time, attempts, run, reading)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (id) do update set"
          + " reason = excluded.reason, message = excluded.message, field = excluded.field,"
          + " attempts = kept.attempts + 1, run = excluded.run, last_seen = now(), status = 'open',"
          + " reading = coalesce(nullif(excluded.reading, ''), kept.reading),"
          + " replay_run = null, closed_at = null, because = ''"
          + " where kept.run <> excluded.run";

  KeepDeadLettersFn(PostgresAddress database) {
    super(database, KEEP);
  }

  @Override
  String id(DeadLetter letter) {
    return letter.getId();
  }

  @Override
  long bytes(DeadLetter letter) {
    return letter.getOriginal().length;
  }

  @Override
  void bind(PreparedStatement statement, DeadLetter letter) throws SQLException {
    statement.setString(1, letter.getId());
    statement.setString(2, letter.getDataset());
    statement.setString(3, letter.getStep());
    statement.setString(4, letter.getReason());
    statement.setString(5, StorableText.of(letter.getMessage()));
    statement.setString(6, StorableText.of(letter.getField()));
    statement.setBytes(7, letter.getOriginal());
    statement.setString(8, StorableText.of(letter.getSource()));
    statement.setLong(9, letter.getOffset());
    statement.setLong(10, letter.getLine());
    bindEventTime(statement, letter);
    statement.setInt(12, letter.getAttempts());
    statement.setString(13, letter.getRun());
    statement.setString(14, StorableText.of(letter.getReading()));
  }

  private static void bindEventTime(PreparedStatement statement, DeadLetter letter)
      throws SQLException {
    if (letter.getEventTime() == null) {
      statement.setNull(11, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      Instant eventTime = Instant.ofEpochMilli(letter.getEventTime().getMillis());
      statement.setObject(11, eventTime.atOffset(ZoneOffset.UTC));
    }
  }
}
