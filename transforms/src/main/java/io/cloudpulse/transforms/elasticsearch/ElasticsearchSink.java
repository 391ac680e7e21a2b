package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.StoreRows;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresPreparation;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * A dataset's index in Elasticsearch: a document's id is its row's key and its external version the
 * row's version, so the server itself keeps the newest, and retries and replays leave no trace.
 * What a run stored is counted in {@code pulse.sink_ranges} of a PostgreSQL database, after it is
 * stored.
 *
 * @param dataset what is stored
 * @param cluster where
 * @param ledger where it is counted
 * @param run the run that stores it
 * @param patience how long a bundle waits for a server that does not answer before it fails
 * @param policy what is done about fields that the index lacks
 */
public record ElasticsearchSink(
    Dataset dataset,
    ElasticsearchAddress cluster,
    PostgresAddress ledger,
    String run,
    Duration patience,
    SchemaPolicy policy)
    implements Sink, Serializable {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final long MOST_BYTES = 8 << 20;

  public static ElasticsearchSink of(
      Dataset dataset, ElasticsearchAddress cluster, PostgresAddress ledger, String run) {
    return new ElasticsearchSink(dataset, cluster, ledger, run, A_MINUTE, SchemaPolicy.REFUSE);
  }

  /** The same with another policy. */
  public ElasticsearchSink under(SchemaPolicy other) {
    return new ElasticsearchSink(dataset, cluster, ledger, run, patience, other);
  }

  @Override
  public String name() {
    return "elasticsearch";
  }

  @Override
  public String address() {
    return "elasticsearch:" + dataset.name();
  }

  @Override
  public Delivery delivery() {
    return Delivery.EFFECTIVELY_ONCE;
  }

  /** The requests that create the index and the alias that records are written through. */
  @Override
  public List<String> definition() {
    return IndexNames.of(dataset).requests();
  }

  @Override
  public TargetState inspect() {
    return IndexPreparation.of(dataset, cluster).inspect(policy);
  }

  @Override
  public void prepare() {
    IndexPreparation.of(dataset, cluster).prepare(policy);
    PostgresPreparation.of(ledger).prepare();
  }

  @Override
  public PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> write() {
    return StoreRows.by("Index " + address(), () -> new DocumentWriter(this), MOST_BYTES);
  }
}
