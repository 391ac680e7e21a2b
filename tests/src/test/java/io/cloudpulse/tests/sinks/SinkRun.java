package io.cloudpulse.tests.sinks;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.postgres.PostgresDeadLetters;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;

/** Sends the records of one range through a sink, in order, as a reader would. */
public final class SinkRun {
  private SinkRun() {}

  public static void send(Sink sink, Dataset dataset, List<VersionedRecord> range) {
    sink.prepare();
    sendUnprepared(sink, dataset, range);
  }

  public static void sendUnprepared(Sink sink, Dataset dataset, List<VersionedRecord> range) {
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
