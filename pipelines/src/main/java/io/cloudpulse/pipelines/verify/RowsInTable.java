package io.cloudpulse.pipelines.verify;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.TablePart;
import io.cloudpulse.transforms.postgres.TableReader;
import io.cloudpulse.transforms.postgres.TableSnapshot;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table in PostgreSQL, as of a snapshot. */
final class RowsInTable implements SinkRows {
  private final Dataset dataset;
  private final PostgresAddress database;
  private final List<String> lacks;
  private TableSnapshot snapshot;

  RowsInTable(Dataset dataset, PostgresAddress database, List<String> lacks) {
    this.dataset = dataset;
    this.database = database;
    this.lacks = List.copyOf(lacks);
  }

  @Override
  public List<TablePart> open() throws SQLException {
    snapshot = TableSnapshot.in(database);
    return snapshot.parts(PostgresShape.of(dataset));
  }

  @Override
  public RowsReader reader() {
    return new Reader(dataset, database, lacks);
  }

  @Override
  public void close() {
    if (snapshot != null) {
      snapshot.close();
    }
  }

  private static final class Reader implements RowsReader {
    private static final long serialVersionUID = 1;

    private final Dataset dataset;
    private final PostgresAddress database;
    private final ArrayList<String> lacks;
    private transient TableReader table;

    Reader(Dataset dataset, PostgresAddress database, List<String> lacks) {
      this.dataset = dataset;
      this.database = database;
      this.lacks = new ArrayList<>(lacks);
    }

    @Override
    public void read(Serializable part, Rows rows) throws SQLException {
      table().read((TablePart) part, rows::take);
    }

    @Override
    public void readKey(List<String> key, Rows rows) throws SQLException {
      table().rowsWithKey(key).forEach(row -> rows.take(row.values(), row.version()));
    }

    private TableReader table() {
      if (table == null) {
        table = new TableReader(dataset, database, lacks);
      }
      return table;
    }

    @Override
    public void close() throws SQLException {
      if (table != null) {
        table.close();
      }
    }
  }
}
