package io.cloudpulse.tests.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.PostgresSink;
import java.util.List;

/** Sends the records of one range into the test database. */
final class SinkRun {
  private SinkRun() {}

  static void send(Dataset dataset, String run, List<VersionedRecord> range) {
    io.cloudpulse.tests.sinks.SinkRun.send(sink(dataset, run), dataset, range);
  }

  static void sendUnprepared(Dataset dataset, String run, List<VersionedRecord> range) {
    io.cloudpulse.tests.sinks.SinkRun.sendUnprepared(sink(dataset, run), dataset, range);
  }

  private static PostgresSink sink(Dataset dataset, String run) {
    return PostgresSink.of(dataset, TestDatabase.address(), run);
  }
}
