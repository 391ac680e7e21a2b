package io.cloudpulse.pipelines.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void goesOnWhenTheDatabaseWasDownForAWhile() throws Exception {
    try (Heartbeat heart = Heartbeat.of(true, new Fake(3), watchers())) {
      assertThat(next()).isEqualTo("seen 1000");
      assertThat(next())
          .startsWith("beat {\"at\":\"2024-03-01T12:00:00Z\",\"job\":\"shop-events\"");
      assertThat(heart.isStopping()).isFalse();
    }
  }

  @Test
  void writesDownThatItStopsAndTellsThenThatItDoes() throws Exception {
    Heartbeat heart = Heartbeat.of(false, new Fake(0), watchers(Duration.ofDays(1)));

    heart.stop();

    assertThat(next()).startsWith("stop {\"at\"");
    assertThat(next()).isEqualTo("stopped 1000");
    assertThat(heart.isStopping()).isTrue();
  }

  @Test
  void writesDownThatItStopsAlsoIfNothingCanBeSeenAnyMore() throws Exception {
    Heartbeat heart = Heartbeat.of(false, new Fake(9), watchers(Duration.ofDays(1)));

    heart.stop();

    assertThat(next()).isEqualTo("stop null");
  }

  @Test
  void looksOnceMoreWhenAStreamHasEnded() throws Exception {
    Heartbeat heart = Heartbeat.of(true, new Fake(0), watchers(Duration.ofDays(1)));
    assertThat(next()).isEqualTo("seen 1000");
    assertThat(next()).startsWith("beat ");

    heart.close();

    assertThat(next()).isEqualTo("seen 1000");
    assertThat(next()).startsWith("beat ");
    assertThat(next()).isEqualTo("closed");
  }

  private String next() throws InterruptedException {
    return told.poll(10, TimeUnit.SECONDS);
  }

  private Watchers watchers() {
    return watchers(Duration.ofMillis(1));
  }

  private Watchers watchers(Duration period) {
    LiveWatcher watcher =
        new LiveWatcher() {
          @Override
          public void see(LiveStatus status) {
            told.add("seen " + status.read());
          }

          @Override
          public void stopped(LiveStatus status) {
            told.add("stopped " + status.read());
          }
        };
    return new Watchers(period, List.of(watcher), Optional.empty());
  }

  /** Fails so often before it succeeds. */
  private final class Fake implements Vitals {
    private final AtomicInteger failures;

    Fake(int failures) {
      this.failures = new AtomicInteger(failures);
    }

    @Override
    public LiveStatus take() throws SQLException {
      if (failures.getAndDecrement() > 0) {
        throw new SQLException("the database is away");
      }
      return Statuses.stream();
    }

    @Override
    public void beat(String live) {
      told.add("beat " + live);
    }

    @Override
    public void stop(String live) {
      told.add("stop " + live);
    }

    @Override
    public void close() {
      told.add("closed");
    }
  }
}
