package io.cloudpulse.transforms.activity;

import static io.cloudpulse.transforms.activity.Aggregating.WINDOWS;
import static io.cloudpulse.transforms.activity.Aggregating.stream;
import static io.cloudpulse.transforms.activity.Events.event;
import static io.cloudpulse.transforms.activity.Events.moment;
import static io.cloudpulse.transforms.activity.Events.stamped;
import static io.cloudpulse.transforms.activity.Events.stampedAt;

import io.cloudpulse.transforms.VersionedRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPipelineExtension.class)
class ObserveSessionsTest {
  private static final VersionedRecord LOOKS = event(1, "12:00:00", "view", "5.00");
  private static final VersionedRecord WANTS = event(1, "12:10:00", "cart", "5.00");
  private static final VersionedRecord BUYS = event(1, "12:20:00", "purchase", "5.00");
  private static final VersionedRecord AGAIN = event(1, "12:20:00", "view", "7.00");
  private static final VersionedRecord LATER = event(1, "12:50:00", "view", "5.00");
  private static final VersionedRecord OTHER = event(2, "12:05:00", "view", null);

  @Test
  void tellsEachMomentOfABatchAndWhetherAPurchaseFollows(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(BUYS, LATER, OTHER, AGAIN, LOOKS, WANTS, LOOKS).withCoder(Events.CODER),
        ObserveSessions.moments(WINDOWS),
        "1 12:00:00-12:00:00 1 events, 0 bought, more to come",
        "1 12:00:00-12:10:00 2 events, 0 bought, more to come",
        "1 12:00:00-12:20:00 4 events, 1 bought",
        "1 12:50:00-12:50:00 1 events, 0 bought",
        "2 12:05:00-12:05:00 1 events, 0 bought");
  }

  @Test
  void tellsTheEndsOfABatch(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(BUYS, LATER, OTHER, AGAIN, LOOKS, WANTS, LOOKS).withCoder(Events.CODER),
        ObserveSessions.ends(WINDOWS),
        "1 12:00:00-12:20:00 4 events, 1 bought",
        "1 12:50:00-12:50:00 1 events, 0 bought",
        "2 12:05:00-12:05:00 1 events, 0 bought");
  }

  @Test
  void tellsOfEachEventOfAStreamOnceAsItComes(TestPipeline pipeline) {
    tells(
        pipeline,
        stream()
            .addElements(stamped(LOOKS))
            .advanceWatermarkTo(moment("12:00:00"))
            .addElements(stamped(LOOKS))
            .advanceWatermarkTo(moment("12:05:00"))
            .addElements(stamped(WANTS))
            .advanceWatermarkToInfinity(),
        ObserveSessions.ends(WINDOWS),
        "1 12:00:00-12:00:00 1 events, 0 bought",
        "1 12:00:00-12:10:00 2 events, 0 bought");
  }

  @Test
  void joinsSessionsOfAStreamOnLateNewsAsLongAsItMayCome(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(LOOKS))
            .advanceWatermarkTo(moment("12:50:00"))
            .addElements(stamped(LATER))
            .advanceProcessingTime(Duration.standardMinutes(1))
            .addElements(stampedAt("12:50:00", BUYS))
            .advanceWatermarkTo(moment("13:30:00"))
            .addElements(stampedAt("13:30:00", WANTS)) // too late by then
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        ObserveSessions.ends(WINDOWS),
        "1 12:00:00-12:00:00 1 events, 0 bought",
        "1 12:50:00-12:50:00 1 events, 0 bought",
        "1 12:00:00-12:20:00 2 events, 1 bought");
  }

  @Test
  void forgetsASessionWhenItsTimeIsOver(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(LOOKS))
            .advanceWatermarkTo(moment("14:00:00"))
            .addElements(stamped(event(1, "14:00:00", "view", null)))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        ObserveSessions.ends(WINDOWS),
        "1 12:00:00-12:00:00 1 events, 0 bought",
        "1 14:00:00-14:00:00 1 events, 0 bought");
  }

  private static void tells(
      TestPipeline pipeline,
      PTransform<PBegin, PCollection<VersionedRecord>> events,
      ObserveSessions observe,
      String... expected) {
    PAssert.that(
            pipeline
                .apply(events)
                .apply(ActivityAggregates.distinct(WINDOWS))
                .apply(observe)
                .apply(
                    "As texts",
                    MapElements.into(TypeDescriptors.strings()).via(ObserveSessionsTest::text)))
        .containsInAnyOrder(expected);
    pipeline.run().waitUntilFinish();
  }

  private static String text(KV<Long, Moment> observed) {
    SessionFacts facts = observed.getValue().facts();
    return "%d %s-%s %d events, %d bought%s"
        .formatted(
            observed.getKey(),
            facts.first().toString().substring(11, 19),
            facts.last().toString().substring(11, 19),
            facts.events(),
            facts.purchases(),
            observed.getValue().buysLater() ? ", more to come" : "");
  }
}
