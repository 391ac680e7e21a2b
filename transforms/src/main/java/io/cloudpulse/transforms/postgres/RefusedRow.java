package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RefusedRecord;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Makes a dead letter of a row that PostgreSQL refused, with what PostgreSQL said about it. */
final class RefusedRow {
  private RefusedRow() {}

  static DeadLetter deadLetter(PostgresSink sink, VersionedRecord row, SQLException failure) {
    return RefusedRecord.by(sink.address(), sink.run(), sink.dataset(), row)
        .setMessage(message(failure))
        .setField(field(failure))
        .build();
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
