package io.cloudpulse.pipelines.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.transforms.Round;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundLoopTest {
  private static final Pauses SHORT = new Pauses(Duration.ofMillis(50), Duration.ofMillis(1));

  private final StoryOfRounds story = new StoryOfRounds();

  @Test
  void runsRoundsUntilTheEndIsReached() throws SQLException {
    story.latest(Map.of(0, 25L, 1, 4L));

    loop(10, Map.of(0, 25L, 1, 4L)).run();

    assertThat(story.told())
        .containsExactly(
            "planned 1 {0=0, 1=0}..{0=10, 1=4}",
            "ran 1 {0=0, 1=0}..{0=10, 1=4}",
            "done 1",
            "committed {0=10, 1=4}",
            "planned 2 {0=10, 1=4}..{0=20, 1=4}",
            "ran 2 {0=10, 1=4}..{0=20, 1=4}",
            "done 2",
            "committed {0=20, 1=4}",
            "planned 3 {0=20, 1=4}..{0=25, 1=4}",
            "ran 3 {0=20, 1=4}..{0=25, 1=4}",
            "done 3",
            "committed {0=25, 1=4}");
  }

  @Test
  void repeatsWhatWasCutShortWithTheSameOffsets() throws SQLException {
    story.done(new Round(4, Map.of(0, 0L), Map.of(0, 7L)));
    story.unfinished(new Round(5, Map.of(0, 7L), Map.of(0, 9L)));
    story.committed(Map.of(0, 7L)).latest(Map.of(0, 12L));

    loop(10, Map.of(0, 12L)).run();

    assertThat(story.told())
        .containsExactly(
            "ran 5 {0=7}..{0=9}",
            "done 5",
            "committed {0=9}",
            "planned 6 {0=9}..{0=12}",
            "ran 6 {0=9}..{0=12}",
            "done 6",
            "committed {0=12}");
  }

  @Test
  void repeatsOnlyWhatIsStillThere() throws SQLException {
    story.unfinished(new Round(1, Map.of(0, 0L, 1, 0L), Map.of(0, 9L, 1, 9L)));
    story.earliest(Map.of(0, 5L, 1, 20L)).latest(Map.of(0, 9L, 1, 20L));

    loop(100, Map.of(0, 9L, 1, 20L)).run();

    assertThat(story.told())
        .containsExactly("ran 1 {0=5, 1=20}..{0=9, 1=20}", "done 1", "committed {0=9, 1=20}");
  }

  @Test
  void goesOnWhereAStreamHasComeMeanwhile() throws SQLException {
    story.done(new Round(3, Map.of(0, 0L, 1, 0L), Map.of(0, 5L, 1, 8L)));
    story.committed(Map.of(0, 9L, 1, 2L)).latest(Map.of(0, 10L, 1, 8L));

    loop(10, Map.of(0, 10L, 1, 8L)).run();

    assertThat(story.told())
        .containsExactly(
            "committed {0=9, 1=8}",
            "planned 4 {0=9, 1=8}..{0=10, 1=8}",
            "ran 4 {0=9, 1=8}..{0=10, 1=8}",
            "done 4",
            "committed {0=10, 1=8}");
  }

  @Test
  void computesWindowsOnceAfterAStartAlthoughNothingIsNew() throws SQLException {
    story.committed(Map.of(0, 9L)).latest(Map.of(0, 9L));

    loop(new RoundRules(10, Optional.of(Map.of(0, 9L)), true)).run();

    assertThat(story.told())
        .containsExactly(
            "planned 1 {0=9}..{0=9}", "summed 1 {0=9}..{0=9}", "done 1", "committed {0=9}");
  }

  @Test
  void computesThemOfAllThatAStreamReadSinceTheRoundThatWasCutShort() throws SQLException {
    story.unfinished(new Round(2, Map.of(0, 3L), Map.of(0, 6L)));
    story.committed(Map.of(0, 9L)).latest(Map.of(0, 9L));

    loop(new RoundRules(10, Optional.of(Map.of(0, 9L)), true)).run();

    assertThat(story.told())
        .containsSubsequence("ran 2 {0=3}..{0=6}", "committed {0=9}", "summed 3 {0=9}..{0=9}");
  }

  @Test
  void readsABacklogBeforeItSumsUp() throws SQLException {
    story.latest(Map.of(0, 25L));

    loop(new RoundRules(10, Optional.of(Map.of(0, 25L)), true)).run();

    assertThat(story.runs())
        .containsExactly("ran 1 {0=0}..{0=10}", "ran 2 {0=10}..{0=20}", "summed 3 {0=20}..{0=25}");
  }

  @Test
  void sumsUpNowAndThenInABacklogThatIsLong() throws SQLException {
    story.latest(Map.of(0, 25L));

    loop(new RoundRules(1, Optional.of(Map.of(0, 25L)), true)).run();

    assertThat(story.runs())
        .hasSize(25)
        .filteredOn(run -> run.startsWith("summed"))
        .containsExactly(
            "summed 10 {0=9}..{0=10}", "summed 21 {0=20}..{0=21}", "summed 25 {0=24}..{0=25}");
  }

  @Test
  void waitsForSomethingNew() throws SQLException {
    story.committed(Map.of(0, 5L)).latest(Map.of(0, 5L)).thenAfterLooks(4, Map.of(0, 6L));

    loop(10, Map.of(0, 6L)).run();

    assertThat(story.looks()).isEqualTo(5);
    assertThat(story.told()).contains("ran 1 {0=5}..{0=6}");
  }

  @Test
  void repeatsARoundThatFailsAndATopicThatDoesNotAnswer() throws SQLException {
    story.latest(Map.of(0, 5L)).failingLooks(2).failingRuns(3);

    loop(10, Map.of(0, 5L)).run();

    assertThat(story.told())
        .containsExactly(
            "planned 1 {0=0}..{0=5}",
            "failed 1",
            "failed 1",
            "failed 1",
            "ran 1 {0=0}..{0=5}",
            "done 1",
            "committed {0=5}");
  }

  @Test
  void givesUpOnARoundThatFailsAgainAndAgain() {
    story.latest(Map.of(0, 5L)).failingRuns(6);

    assertThatThrownBy(() -> loop(10, Map.of(0, 5L)).run()).hasMessage("a run that fails");

    assertThat(story.told()).hasSize(7).contains("failed 1").doesNotContain("done 1");
  }

  @Test
  void endsItsWaitWhenInterrupted() {
    story.committed(Map.of(0, 5L)).latest(Map.of(0, 5L));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> loop(new RoundRules(10, Optional.empty(), false)).run())
        .hasRootCauseInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(story.told()).isEmpty();
  }

  private RoundLoop loop(long size, Map<Integer, Long> until) {
    return loop(new RoundRules(size, Optional.of(until), false));
  }

  private RoundLoop loop(RoundRules rules) {
    return new RoundLoop(story, story, story, rules, SHORT);
  }
}
