package io.cloudpulse.pipelines.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cloudpulse.transforms.likelihood.Example;
import io.cloudpulse.transforms.likelihood.Forest;
import io.cloudpulse.transforms.likelihood.ModelCard.Metrics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

class FitForestTest {
  private static final List<Example> ROLLS = Rolls.of(2_000, 1);

  private final FitForest fit = new FitForest(Rolls.SCHEMA);

  @Test
  void theSameExamplesAndSeedGiveTheSameBytes() {
    byte[] forest = fit.fit(ROLLS, 7).bytes();

    assertThat(new FitForest(Rolls.SCHEMA).fit(ROLLS, 7).bytes()).isEqualTo(forest);
    assertThat(fit.fit(ROLLS, 8).bytes()).isNotEqualTo(forest);
  }

  /** What is asked later is our own walk over the trees: it says what the library says. */
  @Test
  void saysWhatTribuoSays() {
    Forest forest = fit.fit(ROLLS, 3);
    Model<Label> tribuo = fit.train(ROLLS, 3);

    for (Example roll : Rolls.of(500, 2)) {
      double expected =
          tribuo.predict(fit.labelled(roll)).getOutputScores().get("bought").getScore();
      assertThat(forest.likelihood(roll.features())).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void tellsApartWhatCanBeToldApartAndNoMore() {
    Metrics metrics = Measured.of(fit.fit(ROLLS, 1), Rolls.of(5_000, 2));

    assertThat(metrics.auc()).isCloseTo(Rolls.BEST_AUC, within(0.02));
    assertThat(metrics.accuracy()).isCloseTo(Rolls.BEST_ACCURACY, within(0.01));
    assertThat(metrics.baseRate()).isCloseTo(0.34, within(0.02));
    assertThat(metrics.logLoss())
        .as("between the best there is and the base rate's 0.641, for two features are noise")
        .isBetween(0.325, 0.45);
  }
}
