package io.cloudpulse.pipelines.source;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.TableReader;
import java.sql.SQLException;
import java.util.List;

/** Reads rows of a table by their keys. */
final class RecordsInTable implements RecordFinder {
  private final Dataset dataset;
  private final PostgresAddress database;
  private final TableReader table;

  RecordsInTable(Dataset dataset, PostgresAddress database) {
    this.dataset = dataset;
    this.database = database;
    this.table = new TableReader(dataset, database);
  }

  @Override
  public String place(Read record) {
    return dataset.stored().name() + " in " + database.place();
  }

  @Override
  public List<Object[]> values(Read record) throws SQLException {
    return table.rowsWithKey(record.key()).stream().map(TableReader.Row::values).toList();
  }

  @Override
  public void close() throws SQLException {
    table.close();
  }
}
