package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Takes one column's value from a result; whether it was null, the result tells. */
interface ColumnReader {
  Object read(ResultSet found, int column) throws SQLException;

  static ColumnReader of(FieldType type) {
    return switch (type.kind()) {
      case STRING, JSON -> ResultSet::getString;
      case INT64 -> ResultSet::getLong;
      case DOUBLE -> ResultSet::getDouble;
      case DECIMAL -> ColumnReader::decimal;
      case BOOLEAN -> ResultSet::getBoolean;
      case DATE -> (found, column) -> found.getObject(column, LocalDate.class);
      case TIMESTAMP -> ColumnReader::instant;
    };
  }

  static ColumnReader ofKey(String systemColumn) {
    return systemColumn.equals(Key.RECORD_COLUMN) ? ResultSet::getLong : ResultSet::getString;
  }

  /** PostgreSQL has a numeric NaN and infinities, Java has not. */
  private static Object decimal(ResultSet found, int column) throws SQLException {
    String text = found.getString(column);
    boolean isNumber = text != null && Character.isDigit(text.charAt(text.length() - 1));
    return isNumber ? new BigDecimal(text) : text;
  }

  private static Instant instant(ResultSet found, int column) throws SQLException {
    OffsetDateTime time = found.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
