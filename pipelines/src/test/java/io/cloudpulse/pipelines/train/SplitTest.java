package io.cloudpulse.pipelines.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cloudpulse.transforms.likelihood.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final long SECOND = 1_000_000;

  @Test
  void byTimeFitsToWhatWasOverAndKeepsWhatBeganLater() {
    List<Example> all = new ArrayList<>();
    all.addAll(session("early", 0, 1, 2));
    all.addAll(session("late", 8, 9));
    all.addAll(session("next", 7));
    all.addAll(session("under-way", 4, 5, 6, 7));

    Split.Parts parts = new ByTime(0.75).of(all);

    assertThat(parts.words()).isEqualTo("sessions from 1970-01-01T00:00:07Z on are kept back");
    assertThat(names(parts.fitted())).isEqualTo("early0 early1 early2");
    assertThat(names(parts.kept())).isEqualTo("late8 late9 next7");
  }

  @Test
  void byTimeNothingThatIsFittedToIsLaterThanWhatIsKept() {
    List<Example> all = new ArrayList<>();
    for (int user = 0; user < 100; user++) {
      long start = user * 7L % 83;
      all.addAll(session("u%03d".formatted(user), start, start + 3, start + 11));
    }

    Split.Parts parts = new ByTime(0.6).of(all);

    long lastFitted = parts.fitted().stream().mapToLong(Example::at).max().orElseThrow();
    long firstKept = parts.kept().stream().mapToLong(Example::at).min().orElseThrow();
    assertThat(lastFitted).isLessThan(firstKept);
    assertThat(parts.fitted().size() % 3).as("whole sessions").isZero();
    assertThat(parts.kept().size() % 3).as("whole sessions").isZero();
  }

  @Test
  void eachFifthOfAFileIsKeptCountedFromTheFirst() {
    List<Example> all =
        LongStream.rangeClosed(1, 12)
            .mapToObj(number -> new Example("visits.csv#" + number, number, true, new double[0]))
            .toList();

    Split.Parts parts = new EachNth(5).of(all);

    assertThat(parts.kept()).extracting(Example::at).containsExactly(5L, 10L);
    assertThat(parts.fitted()).hasSize(10);
    assertThat(parts.words()).isEqualTo("each 5th record of a file is kept back");
  }

  @Test
  void tooManyAreThinnedByWholeSessionsAndAlwaysTheSame() {
    List<Example> all = new ArrayList<>();
    for (int user = 0; user < 1_000; user++) {
      all.addAll(session("user" + user, 1, 2));
    }

    List<Example> some = Sessions.atMost(500, all);

    assertThat(some).isEqualTo(Sessions.atMost(500, new ArrayList<>(all)));
    assertThat((double) some.size()).isCloseTo(500, within(60.0));
    assertThat(Sessions.of(some)).allSatisfy(session -> assertThat(session).hasSize(2));
    assertThat(Sessions.atMost(2_000, all)).isEqualTo(all);
  }

  private static List<Example> session(String name, long... seconds) {
    return LongStream.of(seconds)
        .mapToObj(second -> new Example(name, second * SECOND, false, new double[0]))
        .toList();
  }

  private static String names(List<Example> examples) {
    return examples.stream()
        .map(example -> example.session() + example.at() / SECOND)
        .collect(Collectors.joining(" "));
  }
}
