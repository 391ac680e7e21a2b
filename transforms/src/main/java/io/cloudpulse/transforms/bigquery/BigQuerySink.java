package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.BigQueryShape;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.StoreRows;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresPreparation;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * A dataset's table in BigQuery. Each row is a change to the row of its key, whose sequence number
 * is the version: BigQuery itself keeps the newest, so what is appended twice leaves no trace. What
 * a run stored is counted in {@code pulse.sink_ranges} of a PostgreSQL database, after it is
 * stored. BigQuery does not say which changes were superseded, so none is counted as that.
 *
 * @param dataset what is stored
 * @param warehouse where
 * @param ledger where it is counted
 * @param run the run that stores it
 * @param policy what happens to fields that the table lacks
 * @param patience how long a bundle waits for a service that does not answer before it fails
 * @param method how rows get there
 */
public record BigQuerySink(
    Dataset dataset,
    BigQueryAddress warehouse,
    PostgresAddress ledger,
    String run,
    SchemaPolicy policy,
    Duration patience,
    BigQueryMethod method)
    implements Sink, Serializable {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final long MOST_BYTES = 8 << 20;

  /** One that waits a minute for a service that does not answer. */
  public static BigQuerySink of(
      Dataset dataset,
      BigQueryAddress warehouse,
      PostgresAddress ledger,
      String run,
      SchemaPolicy policy) {
    return new BigQuerySink(
        dataset, warehouse, ledger, run, policy, A_MINUTE, BigQueryMethod.UPSERT);
  }

  /** The same, with rows that get there another way. */
  public BigQuerySink by(BigQueryMethod other) {
    return new BigQuerySink(dataset, warehouse, ledger, run, policy, patience, other);
  }

  @Override
  public String name() {
    return "bigquery";
  }

  @Override
  public String address() {
    return "bigquery:" + dataset.name();
  }

  @Override
  public Delivery delivery() {
    return Delivery.EFFECTIVELY_ONCE;
  }

  /** {@inheritDoc} BigQuery does not say it. */
  @Override
  public boolean tellsSuperseded() {
    return false;
  }

  /** The DDL of BigQuery's dataset and of the table. */
  @Override
  public List<String> definition() {
    return BigQueryShape.of(dataset).createStatements(warehouse.table(dataset).datasetId());
  }

  @Override
  public TargetState inspect() {
    return BigQueryPreparation.of(dataset, warehouse, policy).inspect();
  }

  @Override
  public void prepare() {
    BigQueryPreparation.of(dataset, warehouse, policy).prepare();
    PostgresPreparation.of(ledger).prepare();
    if (method.isStaged()) {
      staged(StagedRows::prepare);
    }
  }

  @Override
  public void complete() {
    if (method.isStaged()) {
      staged(StagedRows::bring);
    }
  }

  @Override
  public String way() {
    return method.word() + ": " + method.words();
  }

  private interface Step {
    void run(StagedRows rows) throws IOException;
  }

  private void staged(Step step) {
    try {
      step.run(StagedRows.of(this));
    } catch (IOException failure) {
      throw new IllegalStateException(
          "Rows for BigQuery table %s wait in vain: %s. Nothing is lost: run it again."
              .formatted(warehouse.table(dataset), TableFinder.told(failure)),
          failure);
    }
  }

  @Override
  public PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> write() {
    return method == BigQueryMethod.LOAD
        ? StoreRows.by("Load for " + address(), () -> new RowLoader(this), MOST_BYTES)
        : StoreRows.by("Append to " + address(), () -> new RowAppender(this), MOST_BYTES);
  }
}
