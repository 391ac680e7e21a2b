package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.table.TableRecords;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads parts of a table, each once and whole. One caller at a time. */
final class PartReader implements AutoCloseable {
  private static final int ROWS_AT_A_TIME = 2_000;

  /** By the key, which is their order each time. */
  private static final String DELETED =
      "select key, version from pulse.tombstones where dataset = ?%s order by key";

  private final TableOrigin origin;
  private final SnapshotSession session;
  private final TableColumns columns;
  private final TombstoneKeys keys;
  private final TableRecords rows;

  PartReader(TableOrigin origin) {
    this.origin = origin;
    this.session = new SnapshotSession(origin.database());
    this.columns = new TableColumns(origin.dataset());
    this.keys = TombstoneKeys.of(origin.dataset());
    this.rows = new TableRecords(origin.rows());
  }

  /** Hands over each row of a part and returns what it came to; holds only some at a time. */
  RangeTally read(TablePart part, Consumer<VersionedRecord> records, Consumer<DeadLetter> refused)
      throws IOException, SQLException {
    rows.begin(origin.range(part), records, refused);
    Connection connection = session.at(part.snapshot());
    try (PreparedStatement select = connection.prepareStatement(sql(part))) {
      if (part.isOfDeleted()) {
        select.setString(1, origin.dataset().stored().name());
      }
      select.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          take(part, found);
        }
      }
    }
    connection.rollback();
    return rows.end();
  }

  private void take(TablePart part, ResultSet found) throws IOException, SQLException {
    if (part.isOfDeleted()) {
      rows.deleted(keys.row(found.getString(1)), found.getLong(2));
    } else {
      long version = origin.versioned() ? found.getLong(columns.size() + 1) : 0;
      rows.row(columns.row(found), version);
    }
  }

  private String sql(TablePart part) {
    String changed = origin.since().condition();
    if (part.isOfDeleted()) {
      return DELETED.formatted(changed);
    }
    List<String> version = origin.versioned() ? List.of(PostgresShape.VERSION_COLUMN) : List.of();
    return columns.select(version) + " where " + part.blocks() + changed;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    session.close();
  }
}
