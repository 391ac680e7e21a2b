package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.schemas.SchemaRegistry;
import org.apache.beam.sdk.util.CoderUtils;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;

class RangeTallyWatermarkTest {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
  private static final List<OutcomeRun> RUNS =
      List.of(OutcomeRun.of(0, 4, OutcomeRun.ACCEPTED), OutcomeRun.of(5, 5, "type"));

  @Test
  void keepsHowFarEventTimeHadComeInWhatIsNew() {
    RangeTally news = RangeTally.ofRuns("topic/0", RUNS, NOON).beyond(3);

    assertThat(news.getRead()).isEqualTo(2);
    assertThat(news.getWatermark()).isEqualTo(NOON);
  }

  @Test
  void travelsBetweenWorkersWithAWatermarkAndWithout() throws Exception {
    Coder<RangeTally> coder = SchemaRegistry.createDefault().getSchemaCoder(RangeTally.class);
    RangeTally told = RangeTally.ofRuns("topic/0", RUNS, NOON);
    RangeTally silent = RangeTally.ofRuns("topic/1", RUNS);

    // Beam decodes collections to its own, which equal no other.
    assertThat(CoderUtils.clone(coder, told)).hasToString(told.toString());
    assertThat(CoderUtils.clone(coder, silent)).hasToString(silent.toString());
  }
}
