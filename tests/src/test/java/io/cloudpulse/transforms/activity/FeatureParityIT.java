package io.cloudpulse.transforms.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.RealData;
import io.cloudpulse.tests.live.ShopEvents;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.VersionedRecordCoder;
import io.cloudpulse.transforms.files.FileListing;
import io.cloudpulse.transforms.files.ReadFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.StreamingOptions;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a model is fitted to (a batch) and what it is asked about (a stream) are the same numbers,
 * to the bit, at each moment of each session; both on embedded Flink.
 */
class FeatureParityIT {
  private static final Dataset EVENTS = Datasets.named("activity.events");
  private static final ActivityWindows WINDOWS = ActivityWindows.withGap(Duration.ofMinutes(30));

  /** What came out of a pipeline of this JVM; emptied before each test. */
  private static final Collection<VersionedRecord> RECORDS = new ConcurrentLinkedQueue<>();

  private static final Collection<KV<Long, Moment>> MOMENTS = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  @BeforeEach
  void empty() {
    RECORDS.clear();
    MOMENTS.clear();
  }

  @Test
  void ofFiveThousandGeneratedEvents() throws Exception {
    List<String> lines = new ArrayList<>(ShopEvents.generated(5_500, 11).lines());
    lines.add(0, ShopEvents.HEADER);

    List<VersionedRecord> records = read(Files.write(folder.resolve("events.csv"), lines));

    assertThat(records.stream().map(FeatureParityIT::content).distinct().count())
        .isGreaterThan(5_000);
    check(records);
  }

  @Test
  void ofFiveThousandRealEvents() throws Exception {
    Path file = RealData.folder().resolve("events/ecommerce_2019-Oct_head.csv");
    assumeTrue(Files.exists(file), () -> file + " is missing");

    List<VersionedRecord> records = read(file);

    assertThat(records).hasSize(5_019);
    check(records);
  }

  private static void check(List<VersionedRecord> records) {
    VersionedRecordCoder coder = VersionedRecordCoder.of(EVENTS);
    Map<String, String> batch =
        features(Create.of(records).withCoder(coder), ObserveSessions.moments(WINDOWS), false);
    Map<String, String> stream = features(stream(records), ObserveSessions.ends(WINDOWS), true);

    System.out.println("features | " + batch.size() + " moments of " + records.size() + " events");
    assertThat(stream.keySet()).isEqualTo(batch.keySet());
    assertThat(stream).isEqualTo(batch);
  }

  /** In the order of events, as a feed without delays brings them; those that are doubled, too. */
  private static TestStream<VersionedRecord> stream(List<VersionedRecord> records) {
    TestStream.Builder<VersionedRecord> stream = TestStream.create(VersionedRecordCoder.of(EVENTS));
    for (VersionedRecord record :
        records.stream().sorted(Comparator.comparing(FeatureParityIT::time)).toList()) {
      stream =
          stream.addElements(
              TimestampedValue.of(
                  record, org.joda.time.Instant.ofEpochMilli(time(record).toEpochMilli())));
    }
    return stream.advanceWatermarkToInfinity();
  }

  /** By user, session and moment, all bits; of several that a stream tells, that of most events. */
  private static Map<String, String> features(
      PTransform<PBegin, PCollection<VersionedRecord>> events,
      ObserveSessions observe,
      boolean streaming) {
    MOMENTS.clear();
    Pipeline pipeline = Pipeline.create(options(streaming));
    var unused =
        pipeline
            .apply(events)
            .apply(ActivityAggregates.distinct(WINDOWS))
            .apply(observe)
            .apply("Take moments", ParDo.of(new TakeMomentFn()));
    var unusedResult = pipeline.run().waitUntilFinish();
    Map<String, KV<Long, Moment>> newest = new TreeMap<>();
    for (KV<Long, Moment> told : MOMENTS) {
      SessionFacts facts = told.getValue().facts();
      newest.merge(
          told.getKey() + " " + facts.first() + " " + facts.last(),
          told,
          (one, other) -> events(one) < events(other) ? other : one);
    }
    Map<String, String> bits = new TreeMap<>();
    newest.forEach((moment, told) -> bits.put(moment, bits(told.getValue().facts())));
    return bits;
  }

  private static long events(KV<Long, Moment> told) {
    return told.getValue().facts().events();
  }

  private static String bits(SessionFacts facts) {
    StringBuilder bits = new StringBuilder();
    for (double feature : SessionFeatures.of(facts)) {
      bits.append(Long.toHexString(Double.doubleToRawLongBits(feature))).append(' ');
    }
    return bits.toString();
  }

  private static List<VersionedRecord> read(Path file) {
    FileListing listing =
        FileListing.of(EVENTS, file.toString(), FileListing.Options.of(Optional.empty(), false));
    Pipeline pipeline = Pipeline.create(options(false));
    var unused =
        pipeline
            .apply("Read", ReadFiles.of(EVENTS, listing.ranges(), "run", false))
            .get(ReadOutputs.RECORDS)
            .apply("Take records", ParDo.of(new TakeRecordFn()));
    var unusedResult = pipeline.run().waitUntilFinish();
    return List.copyOf(RECORDS);
  }

  /** One after the other: so a stream keeps its order. */
  private static PipelineOptions options(boolean streaming) {
    PipelineOptions options =
        PipelineOptionsFactory.fromArgs("--runner=FlinkRunner", "--parallelism=1").create();
    options.as(StreamingOptions.class).setStreaming(streaming);
    return options;
  }

  private static Instant time(VersionedRecord record) {
    return (Instant) record.values()[EVENTS.indexOf("event_time")];
  }

  private static Object content(VersionedRecord record) {
    return record.values()[record.values().length - 1];
  }

  private static final class TakeRecordFn extends DoFn<VersionedRecord, Void> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void take(@Element VersionedRecord record) {
      boolean unused = RECORDS.add(record);
    }
  }

  private static final class TakeMomentFn extends DoFn<KV<Long, Moment>, Void> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void take(@Element KV<Long, Moment> told) {
      boolean unused = MOMENTS.add(told);
    }
  }
}
