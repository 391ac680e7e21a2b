package io.cloudpulse.transforms.likelihood;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Models of one tree, for tests: likelier if the first feature is above 1. */
public final class SomeModels {
  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          "shop.visits",
          List.of(Feature.log("pages"), Feature.flag("weekend")),
          Map.of("gap", "PT30M"));

  private SomeModels() {}

  /** A model that says one thing up to 1, another above it. */
  public static Model of(int number, FeatureSchema schema, double less, double greater) {
    Forest forest =
        new Forest(
            List.of(
                new Tree(
                    new int[] {0, Tree.LEAF, Tree.LEAF},
                    new double[] {1, less, greater},
                    new int[] {2, 0, 0})));
    String hash = Checksum.of(forest.bytes());
    ModelCard card =
        new ModelCard(
            number + "-" + hash.substring(0, 8),
            number,
            "2026-11-29T12:00:00Z",
            schema,
            new ModelCard.Training("files:some.csv", "each 5th", 100, 80, 0, "00"),
            new ModelCard.Metrics(20, 0.2, 0.9, 0.95, 0.3),
            new ModelCard.Fitting(1, 1, 1, Map.of("java", "17")),
            hash);
    return new Model(card, forest);
  }

  /** Keeps one, and returns it. */
  static Model published(ModelFolder folder, double less, double greater) throws IOException {
    Model model = of(folder.nextNumber(), SCHEMA, less, greater);
    folder.publish(model);
    return model;
  }
}
