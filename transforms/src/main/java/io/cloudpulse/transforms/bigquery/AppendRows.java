package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.VersionedRecord;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Stores records and returns those that BigQuery refused, with their times and windows. Bounded or
 * not; each record is stored, or waits beside the table, at the latest when its bundle ends.
 */
final class AppendRows extends PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> {
  private static final long serialVersionUID = 1;

  private final BigQuerySink sink;

  private AppendRows(BigQuerySink sink) {
    this.sink = sink;
  }

  static AppendRows into(BigQuerySink sink) {
    return new AppendRows(sink);
  }

  @Override
  public PCollection<DeadLetter> expand(PCollection<VersionedRecord> rows) {
    return sink.method() == BigQueryMethod.LOAD
        ? rows.apply("Load for " + sink.address(), ParDo.of(new LoadRowsFn(sink)))
        : rows.apply("Append to " + sink.address(), ParDo.of(new AppendRowsFn(sink)));
  }
}
