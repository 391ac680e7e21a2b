package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.bigquery.BigQueryMethod;
import io.cloudpulse.transforms.bigquery.BigQuerySink;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.Optional;

/** A BigQuery that a flag named. */
public record WarehouseAddress(String written, BigQueryAddress warehouse, BigQueryMethod method)
    implements SinkAddress {
  static final String SCHEME = "bigquery://";

  /** The same, with rows that get there another way. */
  WarehouseAddress by(BigQueryMethod other) {
    return new WarehouseAddress(written, warehouse, other);
  }

  @Override
  public String name() {
    return "bigquery";
  }

  @Override
  public String place() {
    return warehouse.toString();
  }

  @Override
  public Optional<String> trouble() {
    return Optional.empty();
  }

  @Override
  public Sink open(Dataset dataset, PostgresAddress ledger, String run, SchemaPolicy schema) {
    return BigQuerySink.of(dataset, warehouse, ledger, run, schema).by(method);
  }
}
