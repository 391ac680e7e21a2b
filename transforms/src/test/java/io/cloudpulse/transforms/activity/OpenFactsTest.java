package io.cloudpulse.transforms.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class OpenFactsTest {
  private static final long GAP = 30_000;

  @Property(tries = 300)
  void anyOrderLeavesTheSameSessions(
      @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 0, max = 300) Integer> seconds,
      @ForAll long seed) {
    List<Integer> shuffled = new ArrayList<>(new TreeSet<>(seconds));
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(sessions(shuffled)).isEqualTo(sessions(new TreeSet<>(seconds)));
  }

  /** The last change was to the session that the last event is in. */
  private static Set<String> sessions(Iterable<Integer> seconds) {
    OpenFacts open = OpenFacts.NONE;
    for (int second : seconds) {
      open = open.with(event(second), GAP);
      assertThat(open.changed().firstMicros()).isLessThanOrEqualTo(second * 1_000_000L);
      assertThat(open.changed().lastMicros()).isGreaterThanOrEqualTo(second * 1_000_000L);
    }
    Set<String> texts = new TreeSet<>();
    open.sessions().forEach(session -> texts.add(session.toString()));
    return texts;
  }

  @Test
  void forgetsASessionWhenNoEventCanBelongToItAnyMore() {
    OpenFacts open = OpenFacts.NONE.with(event(10), GAP).with(event(100), GAP);

    assertThat(open.nextDue(GAP, 5_000)).isEqualTo(44_999);
    assertThat(open.at(44_998, GAP, 5_000).sessions()).hasSize(2);
    assertThat(open.at(44_999, GAP, 5_000).sessions()).containsExactly(event(100));
    assertThat(open.at(134_999, GAP, 5_000).nextDue(GAP, 5_000)).isEqualTo(OpenSessions.NEVER);
  }

  @Test
  void exactlyTheGapLaterIsAnother() {
    assertThat(OpenFacts.NONE.with(event(10), GAP).with(event(40), GAP).sessions()).hasSize(2);
  }

  @Test
  void comesBackFromItsBytes() throws Exception {
    OpenFacts open = OpenFacts.NONE.with(event(10), GAP).with(event(90), GAP).dueAt(119_999);

    assertThat(CoderUtils.clone(new OpenFacts.Coder(), open)).isEqualTo(open);
  }

  private static SessionFacts event(int second) {
    long time = second * 1_000_000L;
    return new SessionFacts(
        1,
        1,
        0,
        0,
        1,
        100,
        100,
        0,
        time,
        time,
        SessionFacts.NEVER,
        SessionFacts.NEVER,
        ProductSet.of(second));
  }
}
