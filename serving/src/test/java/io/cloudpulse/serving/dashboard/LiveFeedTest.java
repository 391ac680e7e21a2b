package io.cloudpulse.serving.dashboard;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.serving.http.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
  private static final long PAUSE = 20;

  private final AtomicLong looks = new AtomicLong();
  private final LiveFeed feed = new LiveFeed(() -> numbers(looks.incrementAndGet()), PAUSE);

  @AfterEach
  void end() {
    feed.close();
  }

  @Test
  void asksOnceForAllThatListen() throws Exception {
    List<Heard> all = List.of(new Heard(), new Heard(), new Heard());
    all.forEach(one -> assertThat(feed.add(one)).isTrue());

    for (Heard one : all) {
      int first = one.events();
      for (int next = first + 1; next < first + 20; next++) {
        assertThat(one.events()).isEqualTo(next);
      }
    }
  }

  @Test
  void asksNobodyWhileNobodyListens() throws Exception {
    Heard first = new Heard();
    assertThat(feed.isLooking()).isFalse();

    assertThat(feed.add(first)).isTrue();
    assertThat(first.events()).isEqualTo(1);
    assertThat(feed.isLooking()).isTrue();
    feed.remove(first);
    assertThat(feed.isLooking()).isFalse();

    Heard second = new Heard();
    assertThat(feed.add(second)).isTrue();
    assertThat(second.events()).isGreaterThan(1);
  }

  @Test
  void takesNoMoreThanItCanServe() {
    for (int i = 0; i < LiveFeed.MOST; i++) {
      assertThat(feed.add(new Heard())).isTrue();
    }

    assertThat(feed.isFull()).isTrue();
    assertThat(feed.add(new Heard())).isFalse();
  }

  @Test
  void letsGoOfThoseThatAreGone() throws Exception {
    Heard gone = new Heard();
    Heard there = new Heard();
    assertThat(feed.add(gone)).isTrue();
    assertThat(feed.add(there)).isTrue();
    gone.isGone = true;

    for (int i = 0; i < LiveFeed.MOST - 1; i++) {
      assertThat(there.next()).startsWith("pulse");
    }
    for (int i = 0; i < LiveFeed.MOST - 1; i++) {
      assertThat(feed.add(new Heard())).isTrue();
    }
  }

  @Test
  void tellsThatTheDatabaseIsGoneAndGoesOn() throws Exception {
    AtomicLong asked = new AtomicLong();
    try (LiveFeed moody =
        new LiveFeed(
            () -> {
              if (asked.incrementAndGet() == 1) {
                throw Problem.of(503, "Gone", "The database cannot be reached.");
              }
              return numbers(7);
            },
            PAUSE)) {
      Heard one = new Heard();
      assertThat(moody.add(one)).isTrue();

      assertThat(one.next()).isEqualTo("trouble {\"detail\":\"The database cannot be reached.\"}");
      assertThat(one.next()).startsWith("pulse").contains("\"events\":7,");
    }
  }

  private static LiveNumbers numbers(long events) {
    return new LiveNumbers(
        "2026-01-01T00:00:00Z", 0, 0, events, 0, BigDecimal.ZERO, null, null, 0, 0, 0, 0);
  }

  /** A listener that keeps what it is told. */
  private static final class Heard implements LiveListener {
    private final BlockingQueue<String> all = new LinkedBlockingQueue<>();
    private volatile boolean isGone;

    String next() throws InterruptedException {
      return all.poll(10, SECONDS);
    }

    int events() throws InterruptedException {
      return Integer.parseInt(next().replaceAll(".*\"events\":(\\d+),.*", "$1"));
    }

    @Override
    public void send(String event, String json, Executor by) {
      all.add(event + " " + json);
    }

    @Override
    public boolean isGone() {
      return isGone;
    }

    @Override
    public void close() {
      isGone = true;
    }
  }
}
