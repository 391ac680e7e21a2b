package io.cloudpulse.transforms.activity;

import static io.cloudpulse.transforms.activity.Aggregating.WINDOWS;
import static io.cloudpulse.transforms.activity.Aggregating.stream;
import static io.cloudpulse.transforms.activity.Aggregating.tells;
import static io.cloudpulse.transforms.activity.Events.event;
import static io.cloudpulse.transforms.activity.Events.moment;
import static io.cloudpulse.transforms.activity.Events.stamped;
import static io.cloudpulse.transforms.activity.Events.stampedAt;

import io.cloudpulse.transforms.VersionedRecord;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.joda.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPipelineExtension.class)
class CountActionsByMinuteTest {
  private static final CountActionsByMinute COUNT = CountActionsByMinute.in(WINDOWS);
  private static final VersionedRecord VIEW = event(1, "12:00:00", "view", "9.99");
  private static final VersionedRecord OTHER_VIEW = event(2, "12:00:59.999999", "view", "0.02");
  private static final VersionedRecord NEXT = event(1, "12:01:00", "view", null);
  private static final VersionedRecord PURCHASE = event(1, "12:00:30", "purchase", "9.99");

  @Test
  void countsEachEventOfABatchOnceWhateverItsTimestamp(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(VIEW, PURCHASE, OTHER_VIEW, VIEW, NEXT).withCoder(Events.CODER),
        COUNT,
        "2026-11-20T12:00:00Z|view|2|10.01 v2",
        "2026-11-20T12:00:00Z|purchase|1|9.99 v1",
        "2026-11-20T12:01:00Z|view|1|0.00 v1");
  }

  @Test
  void tellsAMinuteWhenItCloses(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(VIEW), stamped(OTHER_VIEW))
            .advanceWatermarkTo(moment("12:01:00"))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, COUNT, "2026-11-20T12:00:00Z|view|2|10.01 v2");
  }

  @Test
  void tellsAnOpenMinuteAfterAWhileAndSaysNothingTwice(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .advanceWatermarkTo(moment("12:00:00"))
            .addElements(stamped(VIEW))
            .advanceProcessingTime(Duration.standardSeconds(2))
            .addElements(stamped(VIEW))
            .addElements(stamped(OTHER_VIEW))
            .advanceProcessingTime(Duration.standardSeconds(2))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        COUNT,
        "2026-11-20T12:00:00Z|view|1|9.99 v1",
        "2026-11-20T12:00:00Z|view|2|10.01 v2");
  }

  @Test
  void correctsAMinuteOnLateNews(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(VIEW))
            .advanceWatermarkTo(moment("12:59:00"))
            .addElements(stampedAt("12:59:00", OTHER_VIEW))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        COUNT,
        "2026-11-20T12:00:00Z|view|1|9.99 v1",
        "2026-11-20T12:00:00Z|view|2|10.01 v2");
  }

  @Test
  void leavesOutWhatItsSourceStampedAsTooLate(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(VIEW))
            .addElements(stampedAt("13:00:31", PURCHASE))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, COUNT, "2026-11-20T12:00:00Z|view|1|9.99 v1");
  }

  @Test
  void keepsWhatIsStampedAsLateAsIsAllowed(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .advanceWatermarkTo(moment("13:00:30"))
            .addElements(stampedAt("13:00:30", PURCHASE))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, COUNT, "2026-11-20T12:00:00Z|purchase|1|9.99 v1");
  }

  @Test
  void tellsNothingOfNothing(TestPipeline pipeline) {
    tells(pipeline, stream().advanceWatermarkToInfinity(), COUNT);
  }
}
