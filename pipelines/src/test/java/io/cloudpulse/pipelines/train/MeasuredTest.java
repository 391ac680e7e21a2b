package io.cloudpulse.pipelines.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cloudpulse.transforms.likelihood.Example;
import io.cloudpulse.transforms.likelihood.Forest;
import io.cloudpulse.transforms.likelihood.ModelCard.Metrics;
import io.cloudpulse.transforms.likelihood.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTest {
  /** Says 0.8 above 1, and 0.4 up to it. */
  private static final Forest FOREST =
      new Forest(
          List.of(
              new Tree(new int[] {0, -1, -1}, new double[] {1, 0.4, 0.8}, new int[] {2, 0, 0})));

  @Test
  void countsByHand() {
    Metrics metrics =
        Measured.of(
            FOREST,
            List.of(example(2, true), example(2, false), example(1, true), example(0, false)));

    assertThat(metrics.examples()).isEqualTo(4);
    assertThat(metrics.baseRate()).isEqualTo(0.5);
    assertThat(metrics.accuracy()).as("the first and the last").isEqualTo(0.5);
    assertThat(metrics.auc()).as("of four pairs one is right, two are ties").isEqualTo(0.5);
    double loss = -(Math.log(0.8) + Math.log(0.2) + Math.log(0.4) + Math.log(0.6)) / 4;
    assertThat(metrics.logLoss()).isCloseTo(loss, within(1e-12));
  }

  @Test
  void whatIsImpossibleAndComesCostsMuchButNotAll() {
    Forest sure = new Forest(List.of(new Tree(new int[] {-1}, new double[] {0}, new int[] {0})));

    Metrics metrics = Measured.of(sure, List.of(example(0, true), example(0, false)));

    assertThat(metrics.logLoss()).isCloseTo(-Math.log(1e-15) / 2, within(1e-9));
  }

  private static Example example(double feature, boolean bought) {
    return new Example("s", 0, bought, new double[] {feature});
  }
}
