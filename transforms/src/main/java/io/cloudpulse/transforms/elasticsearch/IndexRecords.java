package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.VersionedRecord;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Stores records and returns those that Elasticsearch refused, with their times and windows.
 * Bounded or not; each record is stored at the latest when its bundle ends.
 */
final class IndexRecords extends PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> {
  private static final long serialVersionUID = 1;

  private final ElasticsearchSink sink;

  private IndexRecords(ElasticsearchSink sink) {
    this.sink = sink;
  }

  static IndexRecords into(ElasticsearchSink sink) {
    return new IndexRecords(sink);
  }

  @Override
  public PCollection<DeadLetter> expand(PCollection<VersionedRecord> rows) {
    return rows.apply("Index " + sink.address(), ParDo.of(new IndexRecordsFn(sink)));
  }
}
