package io.cloudpulse.pipelines.verify;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.TablePart;
import io.cloudpulse.transforms.postgres.TableReader;
import java.sql.SQLException;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Says of each row of a table what it holds. */
final class FindFn extends DoFn<TablePart, KV<List<String>, Sighting>> {
  private static final long serialVersionUID = 1;

  private final Dataset dataset;
  private final PostgresAddress database;
  private transient TableReader table;
  private transient RowPrint print;

  FindFn(Dataset dataset, PostgresAddress database) {
    this.dataset = dataset;
    this.database = database;
  }

  @Setup
  public void setUp() {
    table = new TableReader(dataset, database);
    print = new RowPrint(dataset);
  }

  @ProcessElement
  public void find(@Element TablePart part, OutputReceiver<KV<List<String>, Sighting>> out)
      throws SQLException {
    table.read(
        part, row -> out.output(KV.of(print.key(row), new Sighting.Found(print.digest(row)))));
  }

  @Teardown
  public void tearDown() throws SQLException {
    if (table != null) {
      table.close();
    }
  }
}
