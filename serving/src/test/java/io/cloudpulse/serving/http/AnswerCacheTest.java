package io.cloudpulse.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private static final Route SHORTLY = Route.get("test", "/a", "");
  private static final Route STEADILY = SHORTLY.kept(Freshness.STEADILY);
  private static final Route NEVER = SHORTLY.kept(Freshness.NEVER);

  private final AtomicLong millis = new AtomicLong();
  private final AtomicInteger row = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger stampsAsked = new AtomicInteger();
  private final AnswerCache cache =
      new AnswerCache(Duration.ofSeconds(1), this::stamp, () -> millis.get() * 1_000_000);

  /** As a database's: it changes with the rows. */
  private String stamp() {
    stampsAsked.incrementAndGet();
    return "row " + row;
  }

  private Answer answer() {
    asked.incrementAndGet();
    return Answer.json(row.toString());
  }

  private String get(Route route, String query) {
    return text(cache.get(route, said(query), this::answer));
  }

  private static Said said(String query) {
    return new Said(Query.read(query), Map.of(), Map.of(), Optional.empty());
  }

  private static String text(TaggedAnswer answer) {
    return new String(answer.answer().body(), StandardCharsets.UTF_8);
  }

  @Test
  void givesAnAnswerAgainForItsLifetime() {
    assertThat(get(SHORTLY, "a=1&b=2")).isEqualTo("0");
    row.set(1);
    millis.set(1_000);
    assertThat(get(SHORTLY, "b=2&a=1")).isEqualTo("0");
    assertThat(get(SHORTLY, "a=1")).as("another question").isEqualTo("1");
    millis.set(1_001);
    assertThat(get(SHORTLY, "a=1&b=2")).isEqualTo("1");
    assertThat(asked).hasValue(3);
  }

  @Test
  void givesWhatTheDatabaseAloneMakesAgainUntilTheDatabaseIsAnother() {
    for (int second = 0; second < 60; second++) {
      millis.set(second * 1_001L);
      assertThat(get(STEADILY, "") + get(STEADILY, "")).isEqualTo("00");
    }
    assertThat(asked).hasValue(1);
    assertThat(stampsAsked).as("once in a lifetime").hasValue(60);

    row.set(1);
    millis.addAndGet(1_001);
    assertThat(get(STEADILY, "")).isEqualTo("1");
    assertThat(asked).hasValue(2);
  }

  /** The stamp may be older than what is read after it, never newer. */
  @Test
  void seesAChangeBetweenTheStampAndTheAnswer() {
    String before =
        text(
            cache.get(
                STEADILY,
                said(""),
                () -> {
                  Answer old = answer();
                  row.set(1);
                  return old;
                }));
    assertThat(before).isEqualTo("0");

    millis.set(1_001);
    assertThat(get(STEADILY, "")).isEqualTo("1");
  }

  @Test
  void forgetsAtOnce() {
    assertThat(get(SHORTLY, "") + get(STEADILY, "s")).isEqualTo("00");
    row.set(1);
    cache.forget();
    assertThat(get(SHORTLY, "") + get(STEADILY, "s")).isEqualTo("11");
  }

  @Test
  void keepsNothingThatMustBeSoNow() {
    assertThat(get(NEVER, "")).isEqualTo("0");
    row.set(1);
    assertThat(get(NEVER, "")).isEqualTo("1");
  }

  @Test
  void asksOnceForAllThatWait() throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    ExecutorService readers = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(readers.submit(() -> text(cache.get(SHORTLY, said(""), () -> slow(ready)))));
      }
      Awaitility.await().until(() -> asked.get() == 1);
      ready.countDown();
      for (Future<String> answer : answers) {
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("0");
      }
      assertThat(asked).hasValue(1);
    } finally {
      readers.shutdownNow();
    }
  }

  /** Who asks after a change does not wait for an answer that was begun before it. */
  @Test
  void doesNotGiveWhatWasBegunBeforeItForgot() throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<String> old =
          reader.submit(() -> text(cache.get(SHORTLY, said(""), () -> slow(ready))));
      Awaitility.await().until(() -> asked.get() == 1);
      row.set(1);
      cache.forget();
      assertThat(get(SHORTLY, "")).isEqualTo("1");
      ready.countDown();
      String unused = old.get(10, TimeUnit.SECONDS);
      assertThat(get(SHORTLY, "")).isEqualTo("1");
    } finally {
      reader.shutdownNow();
    }
  }

  private Answer slow(CountDownLatch ready) {
    Answer answer = answer();
    try {
      assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return answer;
  }

  @Test
  void remembersNoFailure() {
    Problem problem = Problem.of(503, "It took too long", "");
    assertThatThrownBy(
            () ->
                cache.get(
                    SHORTLY,
                    said(""),
                    () -> {
                      throw problem;
                    }))
        .isSameAs(problem);
    assertThat(get(SHORTLY, "")).isEqualTo("0");
  }
}
