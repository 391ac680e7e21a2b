package io.cloudpulse.tests.likelihood;

import io.cloudpulse.transforms.activity.SessionFeatures;
import io.cloudpulse.transforms.likelihood.Checksum;
import io.cloudpulse.transforms.likelihood.Feature;
import io.cloudpulse.transforms.likelihood.FeatureSchema;
import io.cloudpulse.transforms.likelihood.Forest;
import io.cloudpulse.transforms.likelihood.Model;
import io.cloudpulse.transforms.likelihood.ModelCard;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import io.cloudpulse.transforms.likelihood.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Models that nobody had to fit, published as others are. */
public final class SomeModel {
  private static final Feature CARTS = Feature.log("carts");

  private SomeModel() {}

  /**
   * Publishes one that says one thing of a session without a cart, another of one with a cart.
   *
   * @return its id
   */
  public static String publish(Path folder, double without, double with) throws IOException {
    FeatureSchema schema = SessionFeatures.schema(Duration.ofMinutes(30));
    return publish(folder, schema, schema.features().indexOf(CARTS), without, with);
  }

  /** Publishes one that wants something else than a session tells. */
  public static String publishMisfit(Path folder) throws IOException {
    return publish(
        folder,
        new FeatureSchema("activity.events", List.of(Feature.log("clicks")), Map.of()),
        0,
        0,
        1);
  }

  private static String publish(
      Path folder, FeatureSchema schema, int feature, double without, double with)
      throws IOException {
    Forest forest =
        new Forest(
            List.of(
                new Tree(
                    new int[] {feature, -1, -1},
                    new double[] {0.5, without, with},
                    new int[] {2, 0, 0})));
    ModelFolder models = ModelFolder.at(folder.toString());
    String hash = Checksum.of(forest.bytes());
    int number = models.nextNumber();
    ModelCard card =
        new ModelCard(
            number + "-" + hash.substring(0, 8),
            number,
            "2026-11-29T12:00:00Z",
            schema,
            new ModelCard.Training("files:none.csv", "by hand", 2, 1, 0, "00"),
            new ModelCard.Metrics(1, 0.5, 0.5, 0.5, 0.69),
            new ModelCard.Fitting(1, 1, 1, Map.of()),
            hash);
    models.publish(new Model(card, forest));
    return card.model();
  }
}
