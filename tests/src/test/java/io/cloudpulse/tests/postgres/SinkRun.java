package io.cloudpulse.tests.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.postgres.PostgresDeadLetters;
import io.cloudpulse.transforms.postgres.PostgresSink;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;

/** Sends the records of one range through the sink, in order, as a reader would. */
final class SinkRun {
  private SinkRun() {}

  static void send(Dataset dataset, String run, List<VersionedRecord> range) {
    PostgresSink.of(dataset, TestDatabase.address(), run).prepare();
    sendUnprepared(dataset, run, range);
  }

  static void sendUnprepared(Dataset dataset, String run, List<VersionedRecord> range) {
    PostgresSink sink = PostgresSink.of(dataset, TestDatabase.address(), run);
    Coder<VersionedRecord> coder = VersionedRecordCoder.of(dataset);
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.of(List.of(range)).withCoder(ListCoder.of(coder)))
        .apply(Flatten.<VersionedRecord>iterables())
        .setCoder(coder)
        .apply("Store", sink.write())
        .apply("Keep refused", PostgresDeadLetters.into(TestDatabase.address()));
    pipeline.run().waitUntilFinish();
  }
}
