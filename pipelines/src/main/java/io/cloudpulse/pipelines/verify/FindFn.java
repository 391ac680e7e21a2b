package io.cloudpulse.pipelines.verify;

import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Says of each row of a sink what it holds. */
final class FindFn extends DoFn<Serializable, KV<List<String>, Sighting>> {
  private static final long serialVersionUID = 1;

  private final Dataset dataset;
  private final ArrayList<String> leftOut;
  private final RowsReader rows;
  private final boolean versions;
  private transient RowPrint print;

  /**
   * For the parts of a sink.
   *
   * @param leftOut fields that the sink does not hold
   * @param versions whether they are compared too
   */
  FindFn(Dataset dataset, List<String> leftOut, RowsReader rows, boolean versions) {
    this.dataset = dataset;
    this.leftOut = new ArrayList<>(leftOut);
    this.rows = rows;
    this.versions = versions;
  }

  @Setup
  public void setUp() {
    print = new RowPrint(dataset, leftOut);
  }

  @ProcessElement
  public void find(@Element Serializable part, OutputReceiver<KV<List<String>, Sighting>> out)
      throws IOException, SQLException {
    rows.read(part, (row, version) -> out.output(KV.of(print.key(row), found(row, version))));
  }

  private Sighting found(Object[] row, long version) {
    return new Sighting.Found(print.digest(row), versions ? version : Sighting.ANY_VERSION);
  }

  @Teardown
  public void tearDown() throws SQLException {
    rows.close();
  }
}
