package io.cloudpulse.pipelines.flags;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.Optional;

/** A sink that a flag named. */
public sealed interface SinkAddress permits DatabaseAddress, SearchAddress, WarehouseAddress {
  /** What the run report calls it. */
  String name();

  /** As the flag had it, which is the same on every machine. */
  String written();

  /** In full, with the names of secrets and nothing secret. */
  String place();

  /** Why it cannot be reached, if that is known before anyone has tried. */
  Optional<String> trouble();

  /**
   * The sink of a dataset there.
   *
   * @param ledger the database that counts what a run does
   * @param policy what it does about fields that the dataset has gained
   */
  Sink open(Dataset dataset, PostgresAddress ledger, String run, SchemaPolicy policy);
}
