package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.VersionedRecord;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Stores records and returns those that PostgreSQL refused, with their times and windows. Bounded
 * or not; each record is stored at the latest when its bundle ends.
 */
final class UpsertRows extends PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> {
  private static final long serialVersionUID = 1;

  private final PostgresSink sink;

  private UpsertRows(PostgresSink sink) {
    this.sink = sink;
  }

  static UpsertRows into(PostgresSink sink) {
    return new UpsertRows(sink);
  }

  @Override
  public PCollection<DeadLetter> expand(PCollection<VersionedRecord> rows) {
    return rows.apply("Upsert " + sink.address(), ParDo.of(new UpsertRowsFn(sink)));
  }
}
