package io.cloudpulse.pipelines.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.pipelines.source.RoundTopic.Sight;
import io.cloudpulse.transforms.Round;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundRulesTest {
  private static final RoundRules ENDLESS = new RoundRules(100, Optional.empty(), false);

  @Test
  void readToTheEndThereIs() {
    Round round = ENDLESS.next(7, Map.of(0, 10L, 1, 20L), topic(Map.of(0, 15L, 1, 20L)));

    assertThat(round).isEqualTo(new Round(7, Map.of(0, 10L, 1, 20L), Map.of(0, 15L, 1, 20L)));
    assertThat(round.size()).isEqualTo(5);
  }

  @Test
  void readNoMoreThanTheSizeOfEachPartition() {
    Round round = ENDLESS.next(1, Map.of(0, 0L, 1, 50L), topic(Map.of(0, 1_000L, 1, 151L)));

    assertThat(round.to()).isEqualTo(Map.of(0, 100L, 1, 150L));
  }

  @Test
  void readNoFurtherThanAsked() {
    RoundRules rules = new RoundRules(100, Optional.of(Map.of(0, 30L, 1, 5L)), false);
    Map<Integer, Long> at = Map.of(0, 10L, 1, 20L);

    assertThat(rules.next(1, at, topic(Map.of(0, 90L, 1, 90L, 2, 90L))).to())
        .as("past its end already, and not there at launch: nothing is read of them")
        .isEqualTo(Map.of(0, 30L, 1, 20L, 2, 0L));
    assertThat(rules.isDone(at)).isFalse();
    assertThat(rules.isDone(Map.of(0, 30L, 1, 20L))).isTrue();
    assertThat(ENDLESS.isDone(Map.of(0, 30L))).isFalse();
  }

  @Test
  void passOverWhatIsGone() {
    Sight sight = new Sight(Map.of(0, 0L), Map.of(0, 40L), Map.of(0, 60L));

    assertThat(ENDLESS.next(1, Map.of(0, 10L), sight))
        .isEqualTo(new Round(1, Map.of(0, 40L), Map.of(0, 60L)));
  }

  @Test
  void readANewPartitionFromItsStart() {
    assertThat(ENDLESS.next(1, Map.of(0, 9L), topic(Map.of(0, 9L, 1, 3L))))
        .isEqualTo(new Round(1, Map.of(0, 9L, 1, 0L), Map.of(0, 9L, 1, 3L)));
  }

  @Test
  void refuseATopicThatWasMadeAnew() {
    assertThatThrownBy(() -> ENDLESS.next(1, Map.of(0, 10L), topic(Map.of(0, 9L))))
        .hasMessageContainingAll("partition 0 up to offset 10", "ends at 9", "--job=");
    assertThatThrownBy(() -> ENDLESS.next(1, Map.of(3, 10L), topic(Map.of(0, 9L))))
        .hasMessageContaining("partition 3 up to offset 10");
  }

  @Test
  void areIdleWhereNothingWouldChange() {
    Map<Integer, Long> at = Map.of(0, 10L);

    assertThat(isIdle(at, topic(Map.of(0, 10L)))).isTrue();
    assertThat(isIdle(at, topic(Map.of(0, 10L, 1, 0L)))).as("a new partition, empty").isTrue();
    assertThat(isIdle(at, topic(Map.of(0, 11L)))).isFalse();
    Sight gone = new Sight(Map.of(0, 0L), Map.of(0, 12L), Map.of(0, 12L));
    assertThat(isIdle(at, gone)).as("the position moves on without a message").isFalse();
  }

  @Test
  void knowWhenNothingIsLeft() {
    RoundRules until = new RoundRules(100, Optional.of(Map.of(0, 30L)), true);
    Round round = new Round(1, Map.of(0, 0L), Map.of(0, 30L));

    assertThat(ENDLESS.isLast(round, topic(Map.of(0, 30L)))).isTrue();
    assertThat(ENDLESS.isLast(round, topic(Map.of(0, 31L)))).isFalse();
    assertThat(ENDLESS.isLast(round, topic(Map.of(0, 30L, 1, 1L)))).isFalse();
    assertThat(until.isLast(round, topic(Map.of(0, 31L, 1, 1L)))).as("as far as asked").isTrue();
  }

  @Test
  void knowWhatARoundCovers() {
    Round round = new Round(1, Map.of(0, 0L, 1, 5L), Map.of(0, 10L, 1, 5L));

    assertThat(RoundRules.reaches(round, Map.of(0, 10L, 1, 4L))).isTrue();
    assertThat(RoundRules.reaches(round, Map.of(0, 11L, 1, 4L))).isFalse();
    assertThat(RoundRules.reaches(round, Map.of(2, 1L))).isFalse();
  }

  private static boolean isIdle(Map<Integer, Long> at, Sight topic) {
    return RoundRules.isIdle(ENDLESS.next(1, at, topic), at);
  }

  private static Sight topic(Map<Integer, Long> latest) {
    return new Sight(Map.of(), Map.of(), latest);
  }
}
