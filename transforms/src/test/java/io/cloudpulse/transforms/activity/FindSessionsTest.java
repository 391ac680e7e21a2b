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
class FindSessionsTest {
  private static final FindSessions FIND = FindSessions.in(WINDOWS);
  private static final VersionedRecord NOON = event(1, "12:00:00", "view", "1.00");
  private static final VersionedRecord SOON = event(1, "12:29:59.999", "purchase", "2.00");
  private static final VersionedRecord AFTER = event(1, "12:50:00", "purchase", "4.00");
  private static final VersionedRecord OTHERS = event(2, "12:10:00", "view", null);

  @Test
  void cutsABatchWhereAUserPauses(TestPipeline pipeline) {
    VersionedRecord exactlyTheGap = event(2, "12:40:00", "view", null);

    tells(
        pipeline,
        Create.of(AFTER, NOON, OTHERS, SOON, NOON, exactlyTheGap).withCoder(Events.CODER),
        FIND,
        "1|2026-11-20T12:00:00Z|2026-11-20T12:50:00Z|3|2|6.00 v3",
        "-1|2026-11-20T12:29:59.999Z|null|null|null|null v4398046511103",
        "-1|2026-11-20T12:50:00Z|null|null|null|null v4398046511103",
        "2|2026-11-20T12:10:00Z|2026-11-20T12:10:00Z|1|0|0.00 v1",
        "2|2026-11-20T12:40:00Z|2026-11-20T12:40:00Z|1|0|0.00 v1");
  }

  @Test
  void tellsASessionWhenItClosesAndNotBefore(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .advanceWatermarkTo(moment("12:00:00"))
            .addElements(stamped(NOON))
            .advanceProcessingTime(Duration.standardMinutes(5))
            .addElements(stamped(SOON))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        FIND,
        "1|2026-11-20T12:00:00Z|2026-11-20T12:29:59.999Z|2|1|2.00 v2",
        "-1|2026-11-20T12:29:59.999Z|null|null|null|null v4398046511103");
  }

  @Test
  void joinsClosedSessionsOnLateNewsAndTakesBackTheSecond(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(NOON), stamped(AFTER))
            .advanceWatermarkTo(moment("13:20:00"))
            .addElements(stampedAt("13:20:00", SOON))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        FIND,
        "1|2026-11-20T12:00:00Z|2026-11-20T12:00:00Z|1|0|0.00 v1",
        "1|2026-11-20T12:50:00Z|2026-11-20T12:50:00Z|1|1|4.00 v1",
        "1|2026-11-20T12:00:00Z|2026-11-20T12:50:00Z|3|2|6.00 v3",
        "-1|2026-11-20T12:29:59.999Z|null|null|null|null v4398046511103",
        "-1|2026-11-20T12:50:00Z|null|null|null|null v4398046511103");
  }

  @Test
  void movesAStartOnLateNewsAndTakesBackTheOld(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(SOON))
            .advanceWatermarkTo(moment("13:00:00"))
            .addElements(stampedAt("13:00:00", NOON))
            .advanceWatermarkToInfinity();

    tells(
        pipeline,
        events,
        FIND,
        "1|2026-11-20T12:29:59.999Z|2026-11-20T12:29:59.999Z|1|1|2.00 v1",
        "1|2026-11-20T12:00:00Z|2026-11-20T12:29:59.999Z|2|1|2.00 v2",
        "-1|2026-11-20T12:29:59.999Z|null|null|null|null v4398046511103");
  }

  @Test
  void leavesOutWhatItsSourceStampedAsTooLate(TestPipeline pipeline) {
    TestStream<VersionedRecord> events =
        stream()
            .addElements(stamped(NOON))
            .addElements(stampedAt("13:30:00", SOON))
            .advanceWatermarkToInfinity();

    tells(pipeline, events, FIND, "1|2026-11-20T12:00:00Z|2026-11-20T12:00:00Z|1|0|0.00 v1");
  }

  @Test
  void tellsNothingOfNothing(TestPipeline pipeline) {
    tells(pipeline, stream().advanceWatermarkToInfinity(), FIND);
  }
}
