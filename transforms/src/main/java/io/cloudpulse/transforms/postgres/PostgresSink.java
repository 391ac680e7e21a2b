package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.StoreRows;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * A dataset's table in PostgreSQL: rows are upserted by key, and a version replaces only an older
 * one, so retries and replays leave no trace. What a run stored is counted in {@code
 * pulse.sink_ranges}, in the same transactions.
 *
 * @param dataset what is stored
 * @param database where
 * @param run the run that stores it
 * @param patience how long a bundle waits for a database that does not answer before it fails
 * @param policy what is done about fields that the table lacks
 */
public record PostgresSink(
    Dataset dataset, PostgresAddress database, String run, Duration patience, SchemaPolicy policy)
    implements Sink, Serializable {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final long MOST_BYTES = 16 << 20;

  public static PostgresSink of(Dataset dataset, PostgresAddress database, String run) {
    return new PostgresSink(dataset, database, run, A_MINUTE, SchemaPolicy.REFUSE);
  }

  /** The same with another policy. */
  public PostgresSink under(SchemaPolicy other) {
    return new PostgresSink(dataset, database, run, patience, other);
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String address() {
    return "postgres:" + dataset.name();
  }

  @Override
  public Delivery delivery() {
    return Delivery.EFFECTIVELY_ONCE;
  }

  @Override
  public List<String> definition() {
    return PostgresShape.of(dataset).createStatements();
  }

  @Override
  public TargetState inspect() {
    return PostgresPreparation.of(database).inspect(dataset, policy);
  }

  @Override
  public void prepare() {
    PostgresPreparation.of(database).prepare(dataset, policy);
  }

  @Override
  public PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> write() {
    return StoreRows.by("Upsert " + address(), () -> new RowWriter(this), MOST_BYTES);
  }

  @Override
  public Optional<RowStore> store() {
    return Optional.of(() -> new RowWriter(this));
  }
}
