package io.cloudpulse.pipelines.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowRulesTest {
  @Test
  void breaksExactlyOneRuleInAsManyRecordsAsItSays() {
    Generated file = Generated.dirty(Samples.ordered(), 2_000);

    List<int[]> sound =
        file.lines().stream()
            .map(line -> line.replace("\"", ""))
            .filter(line -> line.matches("\\d+,\\d{1,3},\\d{1,3}"))
            .map(line -> new int[] {number(line, 1), number(line, 2)})
            .filter(pair -> pair[0] <= 100 && pair[1] <= 100)
            .toList();
    long unordered = sound.stream().filter(pair -> pair[0] > pair[1]).count();
    long large = sound.stream().filter(pair -> pair[0] + pair[1] >= 180).count();
    assertThat(unordered + large).isEqualTo(file.expected().refused().get("rule")).isPositive();
    assertThat(sound).noneMatch(pair -> pair[0] > pair[1] && pair[0] + pair[1] >= 180);
  }

  @Test
  void saysSoWhereNoRecordCanKeepTheRules() {
    Dataset hopeless =
        Samples.ordered().toBuilder()
            .rules(List.of(Rule.of("never", "low > 100", "never")))
            .build();

    assertThatThrownBy(() -> Generated.clean(hopeless, 1))
        .isInstanceOf(Impossible.class)
        .hasMessageContaining("of test.ordered none had its rules come out as ALL_HOLD");
  }

  private static int number(String line, int place) {
    return Integer.parseInt(line.split(",")[place]);
  }
}
