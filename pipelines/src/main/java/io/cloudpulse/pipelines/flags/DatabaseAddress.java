package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresSink;
import java.util.Optional;

/** A PostgreSQL database that a flag named: for rows, for dead letters or for counts. */
public record DatabaseAddress(String written, PostgresAddress database, Optional<String> trouble)
    implements SinkAddress {
  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String place() {
    return database.toString();
  }

  /** {@inheritDoc} It counts in its own database, in the transactions that store the rows. */
  @Override
  public Sink open(Dataset dataset, PostgresAddress ledger, String run, SchemaPolicy policy) {
    return PostgresSink.of(dataset, database, run).under(policy);
  }
}
