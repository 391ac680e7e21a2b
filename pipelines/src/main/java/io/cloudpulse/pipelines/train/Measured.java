package io.cloudpulse.pipelines.train;

import io.cloudpulse.transforms.likelihood.Example;
import io.cloudpulse.transforms.likelihood.Forest;
import io.cloudpulse.transforms.likelihood.ModelCard.Metrics;
import java.util.List;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

/** How a forest does on examples that it was not fitted to: the trees as they will be asked. */
final class Measured {
  /** What is said to be impossible and comes all the same would be infinitely bad. */
  private static final double LEAST = 1e-15;

  private static final double HALF = 0.5;

  private Measured() {}

  static Metrics of(Forest forest, List<Example> kept) {
    boolean[] bought = new boolean[kept.size()];
    double[] likelihood = new double[kept.size()];
    long buyers = 0;
    long right = 0;
    double loss = 0;
    for (int i = 0; i < kept.size(); i++) {
      bought[i] = kept.get(i).bought();
      likelihood[i] = forest.likelihood(kept.get(i).features());
      buyers += bought[i] ? 1 : 0;
      right += likelihood[i] >= HALF == bought[i] ? 1 : 0;
      loss -= Math.log(Math.max(LEAST, bought[i] ? likelihood[i] : 1 - likelihood[i]));
    }
    double all = kept.size();
    double auc = LabelEvaluationUtil.binaryAUCROC(bought, likelihood);
    return new Metrics(kept.size(), buyers / all, right / all, auc, loss / all);
  }
}
