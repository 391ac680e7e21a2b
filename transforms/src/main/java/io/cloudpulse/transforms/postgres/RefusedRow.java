package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.EventTime;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.SQLException;
import org.joda.time.Instant;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Makes a dead letter of a row that PostgreSQL refused, with what PostgreSQL said about it. */
public final class RefusedRow {
  private static final java.time.Instant FIRST_YEAR =
      java.time.Instant.parse("0001-01-01T00:00:00Z");
  private static final java.time.Instant LAST_YEAR =
      java.time.Instant.parse("9999-01-01T00:00:00Z");

  private RefusedRow() {}

  static DeadLetter deadLetter(PostgresSink sink, VersionedRecord row, SQLException failure) {
    String source = source(row.range());
    String dataset = sink.dataset().name();
    return DeadLetter.builder()
        .setId(id(sink.dataset(), sink.address(), row))
        .setDataset(dataset)
        .setStep(sink.address())
        .setReason(Reason.SINK.code())
        .setMessage(message(failure))
        .setField(field(failure))
        .setOriginal(row.original())
        .setSource(source)
        .setOffset(row.offset())
        .setLine(0)
        .setEventTime(eventTime(sink.dataset(), row))
        .setRun(sink.run())
        .build();
  }

  /** Left out where it is so far off that it may be what was refused. */
  static Instant eventTime(Dataset dataset, VersionedRecord row) {
    return EventTime.of(dataset, row.values())
        .filter(time -> time.isAfter(FIRST_YEAR) && time.isBefore(LAST_YEAR))
        .map(time -> Instant.ofEpochMilli(time.toEpochMilli()))
        .orElse(null);
  }

  /**
   * Names the dead letter by what it is, so that a retry finds the same one. The key belongs to it:
   * a record that is unpivoted makes rows of one offset and one text.
   */
  public static String id(Dataset dataset, String step, VersionedRecord row) {
    Digest id = new Digest().add(dataset.name()).add(step).add(source(row.range()));
    id = id.add(row.offset()).add(row.original());
    for (int place : RowPlaces.of(dataset, dataset.key().columns())) {
      id = id.addValue(row.values()[place]);
    }
    return id.hex();
  }

  /** The range without the part of the file it is. */
  public static String source(String range) {
    int part = range.lastIndexOf('#');
    return part < 0 ? range : range.substring(0, part);
  }

  private static String message(SQLException failure) {
    String said =
        failure instanceof PSQLException server && server.getServerErrorMessage() != null
            ? server.getServerErrorMessage().getMessage()
            : failure.getMessage();
    return "PostgreSQL refused it: " + said + " (SQLSTATE " + failure.getSQLState() + ")";
  }

  private static String field(SQLException failure) {
    if (failure instanceof PSQLException server) {
      ServerErrorMessage said = server.getServerErrorMessage();
      return said == null || said.getColumn() == null ? "" : said.getColumn();
    }
    return "";
  }
}
