package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.DeadLetterId;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Makes a dead letter of a row that PostgreSQL refused, with what PostgreSQL said about it. */
final class RefusedRow {
  private RefusedRow() {}

  static DeadLetter deadLetter(PostgresSink sink, VersionedRecord row, SQLException failure) {
    String source = source(row.range());
    String dataset = sink.dataset().name();
    return DeadLetter.builder()
        .setId(DeadLetterId.of(dataset, sink.address(), source, row.offset(), row.original()))
        .setDataset(dataset)
        .setStep(sink.address())
        .setReason(Reason.SINK.code())
        .setMessage(message(failure))
        .setField(field(failure))
        .setOriginal(row.original())
        .setSource(source)
        .setOffset(row.offset())
        .setLine(0)
        .setEventTime(null)
        .setRun(sink.run())
        .build();
  }

  /** The range without the part of the file it is. */
  static String source(String range) {
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
