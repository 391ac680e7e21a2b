package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Brings a batch into a dataset's table, within a transaction of its session. */
final class TableChanges {
  private final PostgresSession session;
  private final Dataset dataset;
  private final Tombstones tombstones;
  private final NewestRows newest;
  private final SchemaPolicy policy;
  private final BatchArrays keyColumns;
  private final String delete;
  private BatchArrays columns;
  private String upsert;
  private String upsertBesidesDeleted;

  TableChanges(PostgresSession session, Dataset dataset, SchemaPolicy policy) {
    PostgresShape shape = PostgresShape.of(dataset);
    this.session = session;
    this.dataset = dataset;
    this.policy = policy;
    this.tombstones = new Tombstones(session, dataset);
    this.newest = new NewestRows(KeyOrder.of(dataset));
    List<PostgresShape.Column> key =
        Stream.concat(shape.keyColumns().stream(), Stream.of(PostgresShape.VERSION_COLUMN))
            .map(shape::column)
            .toList();
    this.keyColumns = BatchArrays.of(dataset, key);
    this.delete = UpsertSql.delete(shape, key);
  }

  /** Which columns are stored is known where the table is: a policy may leave some out. */
  private void choose() throws SQLException {
    PostgresShape shape = PostgresShape.of(dataset);
    PostgresShape stored =
        policy == SchemaPolicy.IGNORE
            ? shape.without(TargetTable.in(session.connection(), dataset).gained())
            : shape;
    columns = BatchArrays.of(dataset, stored.columns());
    upsert = UpsertSql.of(stored);
    upsertBesidesDeleted = UpsertSql.besidesDeleted(stored);
  }

  /** Applies the newest version of each key and returns how many rows that changed. */
  int apply(List<VersionedRecord> batch) throws SQLException {
    VersionedRecord[] rows = newest.of(batch);
    VersionedRecord[] deleted = pick(rows, true);
    boolean remembered = batch.get(0).isCounted() && tombstones.canBe();
    if (remembered) {
      tombstones.lock(deleted.length > 0);
    }
    int changed = 0;
    if (deleted.length > 0) {
      if (remembered) {
        tombstones.remember(deleted);
      }
      changed += delete(deleted);
      rows = pick(rows, false);
    }
    return rows.length == 0 ? changed : changed + upsert(rows, remembered && tombstones.areAny());
  }

  private static VersionedRecord[] pick(VersionedRecord[] rows, boolean deleted) {
    return Arrays.stream(rows)
        .filter(row -> row.deleted() == deleted)
        .toArray(VersionedRecord[]::new);
  }

  private int delete(VersionedRecord[] rows) throws SQLException {
    PreparedStatement statement = session.statement(delete);
    keyColumns.bind(statement, rows);
    return statement.executeUpdate();
  }

  private int upsert(VersionedRecord[] rows, boolean someDeleted) throws SQLException {
    if (columns == null) {
      choose();
    }
    PreparedStatement statement = session.statement(someDeleted ? upsertBesidesDeleted : upsert);
    columns.bind(statement, rows);
    if (someDeleted) {
      int next = columns.size() + 1;
      statement.setObject(next, tombstones.keysOf(rows));
      statement.setString(next + 1, dataset.stored().name());
    }
    return statement.executeUpdate();
  }
}
