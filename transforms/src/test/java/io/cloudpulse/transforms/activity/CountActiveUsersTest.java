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
class CountActiveUsersTest {
  private static final CountActiveUsers HOURLY = CountActiveUsers.hourly(WINDOWS);
  private static final VersionedRecord ANN = event(1, "12:00:00", "view", "9.99");
  private static final VersionedRecord ANN_AGAIN = event(1, "12:30:00", "view", "9.99");
  private static final VersionedRecord BOB = event(2, "12:59:59.999999", "cart", null);
  private static final VersionedRecord NEXT = event(2, "13:00:00", "cart", null);

  @Test
  void countsAUserOnceInEachHourOfABatch(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(BOB, ANN, ANN_AGAIN, NEXT).withCoder(Events.CODER),
        HOURLY,
        "2026-11-20T12:00:00Z|2|true v2",
        "2026-11-20T13:00:00Z|1|true v1");
  }

  @Test
  void countsAUserOnceInEachDayOfABatch(TestPipeline pipeline) {
    tells(
        pipeline,
        Create.of(BOB, ANN, ANN_AGAIN, NEXT).withCoder(Events.CODER),
        CountActiveUsers.daily(WINDOWS),
        "2026-11-20T00:00:00Z|2|true v2");
  }

  @Test
  void tellsAnHourWhenItCloses(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(ANN), stamped(ANN_AGAIN), stamped(BOB))
            .advanceWatermarkTo(moment("13:00:00"))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, HOURLY, "2026-11-20T12:00:00Z|2|true v2");
  }

  @Test
  void tellsAnOpenHourAfterAWhile(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .advanceWatermarkTo(moment("12:00:00"))
            .addElements(stamped(ANN))
            .advanceProcessingTime(Duration.standardSeconds(2))
            .addElements(stamped(BOB))
            .advanceProcessingTime(Duration.standardSeconds(2))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        HOURLY,
        "2026-11-20T12:00:00Z|1|true v1",
        "2026-11-20T12:00:00Z|2|true v2");
  }

  @Test
  void correctsAnHourOnLateNews(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(ANN))
            .advanceWatermarkTo(moment("13:30:00"))
            .addElements(stampedAt("13:30:00", BOB))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        HOURLY,
        "2026-11-20T12:00:00Z|1|true v1",
        "2026-11-20T12:00:00Z|2|true v2");
  }

  @Test
  void leavesOutWhatItsSourceStampedAsTooLate(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(ANN))
            .addElements(stampedAt("14:00:00", BOB))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, HOURLY, "2026-11-20T12:00:00Z|1|true v1");
  }

  @Test
  void tellsNothingOfNothing(TestPipeline pipeline) {
    tells(pipeline, stream().advanceWatermarkToInfinity(), HOURLY);
  }
}
