package io.cloudpulse.pipelines.train;

import io.cloudpulse.transforms.likelihood.Example;
import io.cloudpulse.transforms.likelihood.Feature;
import io.cloudpulse.transforms.likelihood.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Examples of which it is known how well they can be told apart: nine in ten buy if the second of
 * three features is above 0.7, else one in ten. Whoever knows that has an area under the curve of
 * (27/34)(63/66) + ((27/34)(3/66) + (7/34)(63/66)) / 2 = 0.8743, and is right nine times in ten.
 */
final class Rolls {
  static final double BEST_AUC = 0.8743;
  static final double BEST_ACCURACY = 0.9;
  static final FeatureSchema SCHEMA =
      new FeatureSchema(
          "shop.rolls",
          List.of(Feature.number("zeal"), Feature.number("fancy"), Feature.flag("always")),
          Map.of());

  private Rolls() {}

  static List<Example> of(int count, long seed) {
    Random random = new Random(seed);
    List<Example> rolls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] features = {random.nextDouble(), random.nextDouble(), 1};
      boolean bought = random.nextDouble() < (features[1] > 0.7 ? 0.9 : 0.1);
      rolls.add(new Example("roll" + i, i, bought, features));
    }
    return rolls;
  }
}
