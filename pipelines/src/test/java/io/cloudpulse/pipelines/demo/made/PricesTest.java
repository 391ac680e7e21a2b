package io.cloudpulse.pipelines.demo.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTest {
  private static final int SHARES = 3;
  private static final int WEEKS = 308;

  /** As a stream of them would come: whoever looks back leaves none out as late. */
  @Test
  void aDayComesAfterTheDayBefore() {
    List<String> days = Prices.of(7).good().stream().map(line -> line.split(",")[1]).toList();

    assertThat(days).hasSize(SHARES * WEEKS * 5).isSorted();
    assertThat(days.get(0)).isEqualTo("2021-01-04");
    assertThat(days.get(days.size() - 1)).isEqualTo("2026-11-27");
  }
}
