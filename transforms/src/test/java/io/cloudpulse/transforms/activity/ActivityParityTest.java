package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.assertj.core.api.Assertions;
import org.joda.time.Duration;
import org.joda.time.Instant;

/** Batch and stream give what is computed by hand, whatever the order, and each event twice. */
class ActivityParityTest {
  private static final Instant BEGIN = Events.moment("21:00:00");
  private static final int HOUR_SECONDS = 3_600;

  @Property(tries = 3)
  void aBatchGivesWhatIsComputedByHand(@ForAll long seed) {
    Random random = new Random(seed);
    List<VersionedRecord> events = events(random);
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

    checkAll(pipeline.apply(Create.of(doubled(events, random)).withCoder(Events.CODER)), events);

    pipeline.run().waitUntilFinish();
  }

  @Property(tries = 4)
  void aStreamGivesWhatIsComputedByHand(@ForAll long seed) {
    Random random = new Random(seed);
    List<VersionedRecord> events = events(random);
    TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

    checkAll(pipeline.apply(stream(doubled(events, random), random)), events);

    pipeline.run().waitUntilFinish();
  }

  private static void checkAll(PCollection<VersionedRecord> read, List<VersionedRecord> events) {
    ActivityWindows windows = ActivityWindows.ofGeneration(3);
    PCollection<VersionedRecord> once = read.apply(ActivityAggregates.distinct(windows));
    for (Aggregate aggregate : ActivityAggregates.in(windows)) {
      List<String> expected = ByHand.of(events).rows(aggregate.name());
      io.cloudpulse.schemas.Dataset dataset = aggregate.dataset();
      Aggregating.check(
          once.apply("Compute " + aggregate.name(), aggregate.compute()),
          rows -> {
            Assertions.assertThat(Table.of(dataset, rows).rows()).isEqualTo(expected);
            return null;
          });
    }
  }

  /** Over four hours and a midnight, of few users, so that sessions meet. */
  private static List<VersionedRecord> events(Random random) {
    List<VersionedRecord> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long second = random.nextInt(4 * HOUR_SECONDS);
      String time = BEGIN.plus(Duration.standardSeconds(second)).toString();
      String action = List.of("view", "cart", "purchase").get(random.nextInt(3));
      String price = random.nextInt(4) == 0 ? null : random.nextInt(90) + ".25";
      events.add(Events.event(random.nextInt(5), time, action, price));
    }
    return events;
  }

  private static List<VersionedRecord> doubled(List<VersionedRecord> events, Random random) {
    List<VersionedRecord> all = new ArrayList<>(events);
    all.addAll(events);
    Collections.shuffle(all, random);
    return all;
  }

  /** The watermark moves at will, but never further ahead of what is to come than is allowed. */
  private static TestStream<VersionedRecord> stream(List<VersionedRecord> events, Random random) {
    TestStream.Builder<VersionedRecord> stream = Aggregating.stream();
    Instant watermark = BEGIN.minus(Duration.standardDays(1));
    for (int i = 0; i < events.size(); i++) {
      Instant ahead = leastOf(events.subList(i, events.size()), random);
      if (random.nextInt(3) == 0 && ahead.isAfter(watermark)) {
        watermark = ahead;
        stream = stream.advanceWatermarkTo(watermark);
      }
      stream = stream.addElements(stamped(events.get(i), watermark, random));
      if (random.nextInt(5) == 0) {
        stream = stream.advanceProcessingTime(Duration.millis(700));
      }
    }
    return stream.advanceWatermarkToInfinity();
  }

  private static Instant leastOf(List<VersionedRecord> coming, Random random) {
    long least =
        coming.stream().mapToLong(e -> Events.timeOf(e).toEpochMilli()).min().orElseThrow();
    return Instant.ofEpochMilli(least)
        .plus(Duration.standardSeconds(random.nextInt(HOUR_SECONDS + 1)));
  }

  /** By its own time, or by the watermark if that is later. */
  private static TimestampedValue<VersionedRecord> stamped(
      VersionedRecord event, Instant watermark, Random random) {
    Instant own = Instant.ofEpochMilli(Events.timeOf(event).toEpochMilli());
    return TimestampedValue.of(
        event, watermark.isAfter(own) && random.nextBoolean() ? watermark : own);
  }
}
