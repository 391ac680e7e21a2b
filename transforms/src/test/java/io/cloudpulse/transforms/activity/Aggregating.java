package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.VersionedRecord;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.assertj.core.api.Assertions;

/** Runs one aggregate over given events and compares all that it tells. */
final class Aggregating {
  static final ActivityWindows WINDOWS = ActivityWindows.ofGeneration(0);

  private Aggregating() {}

  static TestStream.Builder<VersionedRecord> stream() {
    return TestStream.create(Events.CODER);
  }

  /** Everything that is written, in the end, in any order. */
  static void tells(
      Pipeline pipeline,
      PTransform<PBegin, PCollection<VersionedRecord>> events,
      PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> aggregate,
      String... history) {
    List<String> expected = List.of(history);
    check(
        pipeline.apply(events).apply(ActivityAggregates.distinct(WINDOWS)).apply(aggregate),
        rows -> {
          Assertions.assertThat(Table.history(rows)).containsExactlyInAnyOrderElementsOf(expected);
          return null;
        });
    pipeline.run().waitUntilFinish();
  }

  static void check(
      PCollection<VersionedRecord> rows,
      SerializableFunction<Iterable<VersionedRecord>, Void> checker) {
    PAssert.that(rows).satisfies(checker);
  }
}
