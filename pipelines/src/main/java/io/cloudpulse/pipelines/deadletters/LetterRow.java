package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.LetterClosing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.joda.time.Instant;

/** Reads a row of {@code pulse.dead_letters}. */
final class LetterRow {
  private LetterRow() {}

  static KeptLetter of(ResultSet found) throws SQLException {
    return new KeptLetter(
        letter(found),
        Optional.of(found.getObject("first_seen", OffsetDateTime.class).toInstant()),
        Optional.of(found.getObject("last_seen", OffsetDateTime.class).toInstant()),
        closing(found));
  }

  private static Optional<LetterClosing> closing(ResultSet found) throws SQLException {
    String status = found.getString("status");
    if (status.equals(LetterFilter.OPEN)) {
      return Optional.empty();
    }
    String run = found.getString("replay_run");
    return Optional.of(
        new LetterClosing(
            found.getString("id"),
            status,
            run == null ? "" : run,
            found.getObject("closed_at", OffsetDateTime.class).toInstant().toString(),
            found.getString("because"),
            found.getInt("attempts")));
  }

  private static DeadLetter letter(ResultSet found) throws SQLException {
    OffsetDateTime eventTime = found.getObject("event_time", OffsetDateTime.class);
    return DeadLetter.builder()
        .setId(found.getString("id"))
        .setDataset(found.getString("dataset"))
        .setStep(found.getString("step"))
        .setReason(found.getString("reason"))
        .setMessage(found.getString("message"))
        .setField(found.getString("field"))
        .setOriginal(found.getBytes("original"))
        .setSource(found.getString("source"))
        .setOffset(found.getLong("byte_offset"))
        .setLine(found.getLong("line"))
        .setEventTime(
            eventTime == null ? null : Instant.ofEpochMilli(eventTime.toInstant().toEpochMilli()))
        .setAttempts(found.getInt("attempts"))
        .setRun(found.getString("run"))
        .setReading(found.getString("reading"))
        .build();
  }
}
