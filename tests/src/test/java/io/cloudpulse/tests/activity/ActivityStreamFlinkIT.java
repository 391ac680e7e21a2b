package io.cloudpulse.tests.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityWindows;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.StreamingOptions;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Late news corrects every aggregate on Flink as it does on Direct. */
class ActivityStreamFlinkIT {
  private static final Dataset EVENTS = Datasets.named("activity.events");

  private static final Map<String, List<String>> LAST =
      Map.of(
          "activity.action_minutes", List.of("12:00 v1", "12:20 v1", "12:40 v1"),
          "activity.active_users_hourly", List.of("12:00 v2"),
          "activity.active_users_daily", List.of("00:00 v2"),
          "activity.user_days", List.of("1 v2", "2 v1"),
          "activity.user_sessions", List.of("1 v1", "1 v1", "2 v1"));

  @Test
  void correctsOnLateNews() {
    TestPipeline pipeline =
        TestPipeline.fromOptions(options()).enableAbandonedNodeEnforcement(false);
    ActivityWindows windows = ActivityWindows.ofGeneration(0);
    PCollection<VersionedRecord> events =
        pipeline.apply(stream()).apply(ActivityAggregates.distinct(windows));

    for (Aggregate aggregate : ActivityAggregates.in(windows)) {
      List<String> expected = LAST.get(aggregate.name());
      PAssert.that(events.apply("Compute " + aggregate.name(), aggregate.compute()))
          .satisfies(rows -> check(rows, expected));
    }

    pipeline.run().waitUntilFinish();
  }

  private static Void check(Iterable<VersionedRecord> rows, List<String> expected) {
    List<String> told =
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> brief(row.values()[0]) + " v" + row.version())
            .collect(Collectors.toList());
    Assertions.assertThat(told).containsAll(expected);
    return null;
  }

  private static String brief(Object key) {
    return key instanceof Instant time ? time.toString().substring(11, 16) : key.toString();
  }

  /** With bundles of more than one element Flink lets a late one into the pane before it. */
  private static PipelineOptions options() {
    PipelineOptions options =
        PipelineOptionsFactory.fromArgs(
                "--runner=FlinkRunner", "--maxBundleSize=1", "--parallelism=1")
            .create();
    options.as(StreamingOptions.class).setStreaming(true);
    return options;
  }

  private static TestStream<VersionedRecord> stream() {
    return TestStream.create(VersionedRecordCoder.of(EVENTS))
        .addElements(event(1, "12:00:00"), event(1, "12:40:00"))
        .advanceWatermarkTo(org.joda.time.Instant.parse("2026-11-20T13:15:00Z"))
        .addElements(event(2, "12:20:00"))
        .advanceWatermarkToInfinity();
  }

  private static TimestampedValue<VersionedRecord> event(long user, String time) {
    Instant at = Instant.parse("2026-11-20T" + time + "Z");
    Object[] values = new Object[EVENTS.fields().size() + 1];
    values[EVENTS.indexOf("user_id")] = user;
    values[EVENTS.indexOf("action")] = "view";
    values[EVENTS.indexOf("event_time")] = at;
    Digest digest = new Digest();
    Arrays.stream(values).forEach(digest::addValue);
    values[values.length - 1] = digest.hex();
    return TimestampedValue.of(
        new VersionedRecord("topic:0-1", 1, 0, 1, values, new byte[0]),
        org.joda.time.Instant.ofEpochMilli(at.toEpochMilli()));
  }
}
