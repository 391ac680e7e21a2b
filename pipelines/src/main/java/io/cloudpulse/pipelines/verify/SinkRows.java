package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.flags.DatabaseAddress;
import io.cloudpulse.pipelines.flags.SearchAddress;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.pipelines.flags.WarehouseAddress;
import io.cloudpulse.schemas.Dataset;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.List;

/**
 * The rows that a sink holds of a dataset, as of one moment, in parts that many workers can read
 * while it is open. A system that is to be verified brings one of these, and nothing else.
 */
interface SinkRows extends AutoCloseable {
  /**
   * Those of a sink.
   *
   * @param lacks fields that it has no place for: they come as null
   */
  static SinkRows of(SinkAddress sink, Dataset dataset, List<String> lacks) {
    if (sink instanceof WarehouseAddress bigquery) {
      return new RowsInWarehouse(dataset, bigquery.warehouse(), lacks);
    }
    return sink instanceof SearchAddress index
        ? new RowsInIndex(dataset, index.server())
        : new RowsInTable(dataset, ((DatabaseAddress) sink).database(), lacks);
  }

  /**
   * Fixes the moment, and shares out what there is.
   *
   * @return at least one part; for {@link #reader} to read
   */
  List<? extends Serializable> open() throws SQLException;

  /** What reads parts, once on each worker. */
  RowsReader reader();

  @Override
  void close();
}
