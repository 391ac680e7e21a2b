package io.cloudpulse.pipelines.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.RunTotals;
import io.cloudpulse.transforms.RunTotals.SinkTotals;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void countsWhatASinkTookBeforeItsReaderHasSaidSo() {
    RunTotals totals = totals(0, Map.of("postgres", new SinkTotals(1_199_988, 0, 5)), 12);

    assertThat(ProgressLog.line(ProgressCounts.of(totals), Duration.ofSeconds(4)))
        .isEqualTo("read 1,200,000 records (300,000/s), refused 12");
  }

  @Test
  void passesOverACountThatCannotBeHad() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch shown = new CountDownLatch(1);
    Progress progress = new PolledProgress(display(shown), Duration.ofMillis(1));

    progress.begin(
        () -> {
          if (asked.incrementAndGet() < 3) {
            throw new IllegalStateException("the database is away");
          }
          return totals(5, Map.of(), 0);
        });

    assertThat(shown.await(10, TimeUnit.SECONDS)).isTrue();
    progress.end();
  }

  private static RunTotals totals(long read, Map<String, SinkTotals> sinks, long deadLetters) {
    return new RunTotals(read, read, Map.of(), Map.of(), sinks, Map.of("read", deadLetters));
  }

  private static ProgressDisplay display(CountDownLatch shown) {
    return new ProgressDisplay() {
      @Override
      public void show(RunTotals totals, Duration elapsed) {
        shown.countDown();
      }

      @Override
      public void close() {}
    };
  }
}
