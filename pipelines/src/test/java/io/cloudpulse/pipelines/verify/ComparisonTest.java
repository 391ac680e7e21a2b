package io.cloudpulse.pipelines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void addsUpPartsAndKeepsTheFirstOfAllByNumber() {
    Comparison odd = new Comparison();
    Comparison even = new Comparison();
    for (int i = 99; i > 0; i--) {
      (i % 2 == 0 ? even : odd).add(Verdict.EXTRA, List.of(Integer.toString(i)), null);
    }
    odd.add(Verdict.MATCHING, List.of("1000"), null);

    Comparison sum =
        Comparison.sum(List.of(odd, even, Comparison.ofReading(7, 2), Comparison.ofReading(3, 1)));

    assertThat(sum.count(Verdict.EXTRA)).isEqualTo(99);
    assertThat(sum.count(Verdict.MATCHING)).isEqualTo(1);
    assertThat(sum.read()).isEqualTo(10);
    assertThat(sum.refused()).isEqualTo(3);
    assertThat(sum.first(Verdict.EXTRA))
        .extracting(row -> row.key().get(0))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
  }

  @Test
  void ordersKeysAsAPersonWould() {
    List<List<String>> keys =
        new ArrayList<>(
            List.of(
                List.of("b"),
                List.of("10"),
                List.of("9", "z"),
                List.of("9", "a"),
                Arrays.asList((String) null)));

    keys.sort(KeyTexts.IN_ORDER);

    assertThat(keys)
        .containsExactly(
            Arrays.asList((String) null),
            List.of("9", "a"),
            List.of("9", "z"),
            List.of("10"),
            List.of("b"));
  }
}
