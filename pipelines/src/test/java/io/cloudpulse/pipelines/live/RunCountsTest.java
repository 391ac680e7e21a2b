package io.cloudpulse.pipelines.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunCountsTest {
  @Test
  void countsWhatASinkTookBeforeItsReaderHasSaidSo() {
    RunTotals totals = totals(Map.of("postgres", new SinkTotals(1_199_988, 0, 5)), "read", 12);

    assertThat(RunCounts.of(totals)).isEqualTo(new RunCounts(1_200_000, 1_199_988, 12));
  }

  @Test
  void countsNoRecordAsRefusedThatCameTooLateForItsWindows() {
    RunTotals totals = totals(Map.of("postgres", new SinkTotals(7, 0, 0)), "windows", 3);

    assertThat(RunCounts.of(totals)).isEqualTo(new RunCounts(7, 7, 0));
  }

  private static RunTotals totals(Map<String, SinkTotals> sinks, String step, long letters) {
    return new RunTotals(0, 0, Map.of(), Map.of(), sinks, Map.of(step, letters));
  }
}
