package io.cloudpulse.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RangeTallyTest {
  /** Offsets 10 to 19, of which 13 was refused and 16 never was. */
  private static RunCounter counted() {
    RunCounter counter = new RunCounter();
    for (long offset = 10; offset < 20; offset++) {
      if (offset == 13) {
        counter.refused(offset, Reason.TYPE);
      } else if (offset != 16) {
        counter.accepted(offset);
        counter.count(offset, "corrected");
      }
    }
    return counter;
  }

  @Test
  void countsNeighboursTogetherAndNothingThatWasNotThere() {
    RunCounter counter = counted();

    assertThat(counter.records()).isEqualTo(9);
    RangeTally tally = RangeTally.ofRuns("p", counter.take());
    assertThat(tally.getRead()).isEqualTo(9);
    assertThat(tally.getAccepted()).isEqualTo(8);
    assertThat(tally.getRefused()).isEqualTo(Map.of("type", 1L));
    assertThat(tally.getCounters()).isEqualTo(Map.of("corrected", 8L));
    assertThat(tally.last()).isEqualTo(19);
    assertThat(counter.take()).isEmpty();
  }

  @Test
  void countsBeyondEveryOffsetWhatWasNotCountedYet() {
    RangeTally tally = RangeTally.ofRuns("p", counted().take());

    for (long through = 8; through < 21; through++) {
      long last = through;
      long refused = last < 13 ? 1 : 0;
      long accepted =
          List.of(10L, 11L, 12L, 14L, 15L, 17L, 18L, 19L).stream().filter(at -> at > last).count();
      RangeTally news = tally.beyond(last);
      assertThat(news.getAccepted()).as("accepted beyond %d", last).isEqualTo(accepted);
      assertThat(news.getRead()).as("read beyond %d", last).isEqualTo(accepted + refused);
      assertThat(news.getCounters().getOrDefault("corrected", 0L)).isEqualTo(accepted);
    }
  }

  @Test
  void addsUpWhatOthersCounted() {
    RunCounter all = new RunCounter();
    RunCounter next = new RunCounter();
    next.accepted(20);

    all.add(counted().take());
    all.add(next.take());

    assertThat(all.records()).isEqualTo(10);
    assertThat(all.take()).contains(OutcomeRun.of(17, 20, OutcomeRun.ACCEPTED));
  }

  @Test
  void countsWhatHasTooManyNamesTogether() {
    RunCounter counter = new RunCounter();

    for (long offset = 0; offset < 300; offset++) {
      counter.count(offset, "unknown field " + offset);
    }

    assertThat(RangeTally.ofRuns("p", counter.take()).getCounters())
        .hasSize(201)
        .containsEntry("others", 100L);
  }

  @Test
  void lateIsBehindTheTimestampByMoreThanIsAllowed() {
    java.time.Duration allowed = java.time.Duration.ofSeconds(10);
    org.joda.time.Instant event = org.joda.time.Instant.ofEpochSecond(100);

    assertThat(Lateness.isLate(org.joda.time.Instant.ofEpochSecond(110), event, allowed)).isFalse();
    assertThat(Lateness.isLate(org.joda.time.Instant.ofEpochSecond(111), event, allowed)).isTrue();
  }
}
