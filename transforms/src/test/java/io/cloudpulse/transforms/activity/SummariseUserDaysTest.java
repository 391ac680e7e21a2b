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
class SummariseUserDaysTest {
  private static final SummariseUserDays SUMMARISE = SummariseUserDays.in(WINDOWS);
  private static final VersionedRecord VIEW = event(1, "00:00:00.000001", "view", "9.99");
  private static final VersionedRecord PURCHASE = event(1, "23:59:59.999999", "purchase", "9.99");
  private static final VersionedRecord UNPRICED = event(1, "12:00:00", "purchase", null);
  private static final VersionedRecord NEXT = event(1, "2026-11-21T00:00:00Z", "view", "9.99");
  private static final String MORNING =
      "1|2026-11-20|1|0|0.00|2026-11-20T00:00:00.000001Z|2026-11-20T00:00:00.000001Z v1";
  private static final String DAY =
      "1|2026-11-20|2|1|9.99|2026-11-20T00:00:00.000001Z|2026-11-20T23:59:59.999999Z v2";

  @Test
  void sumsUpEachDayOfABatchToTheMicrosecond(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(PURCHASE, UNPRICED, VIEW, PURCHASE, NEXT).withCoder(Events.CODER),
        SUMMARISE,
        "1|2026-11-20|3|2|9.99|2026-11-20T00:00:00.000001Z|2026-11-20T23:59:59.999999Z v3",
        "1|2026-11-21|1|0|0.00|2026-11-21T00:00:00Z|2026-11-21T00:00:00Z v1");
  }

  @Test
  void tellsADayWhenItCloses(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream().addElements(stamped(PURCHASE), stamped(VIEW)).advanceWatermarkToInfinity();

    tells(pipeline, events, SUMMARISE, DAY);
  }

  @Test
  void tellsAnOpenDayAfterAWhile(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .advanceWatermarkTo(moment("00:00:00"))
            .addElements(stamped(VIEW))
            .advanceProcessingTime(Duration.standardSeconds(2))
            .addElements(stamped(PURCHASE))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, SUMMARISE, MORNING, DAY);
  }

  @Test
  void correctsADayOnLateNews(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(VIEW))
            .advanceWatermarkTo(moment("2026-11-21T00:30:00Z"))
            .addElements(stampedAt("2026-11-21T00:30:00Z", PURCHASE))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, SUMMARISE, MORNING, DAY);
  }

  @Test
  void leavesOutWhatItsSourceStampedAsTooLate(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(VIEW), stampedAt("2026-11-21T01:00:00Z", PURCHASE))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, SUMMARISE, MORNING);
  }

  @Test
  void tellsNothingOfNothing(TestPipeline pipeline) {
    tells(pipeline, stream().advanceWatermarkToInfinity(), SUMMARISE);
  }
}
