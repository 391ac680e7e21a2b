package io.cloudpulse.pipelines.plan;

import io.cloudpulse.transforms.activity.SessionFeatures;
import io.cloudpulse.transforms.likelihood.Checksum;
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

/** A model that says half of everything. */
final class PublishedModel {
  private PublishedModel() {}

  /** Publishes one that was fitted with a session gap, and returns its folder. */
  static Path of(String gap, Path folder) throws IOException {
    Forest forest =
        new Forest(List.of(new Tree(new int[] {-1}, new double[] {0.5}, new int[] {0})));
    String hash = Checksum.of(forest.bytes());
    ModelCard card =
        new ModelCard(
            "1-" + hash.substring(0, 8),
            1,
            "2026-11-29T12:00:00Z",
            SessionFeatures.schema(Duration.parse(gap)),
            new ModelCard.Training("files:a.csv", "by hand", 2, 1, 0, "00"),
            new ModelCard.Metrics(1, 0.5, 0.5, 0.5, 0.69),
            new ModelCard.Fitting(1, 1, 0, Map.of()),
            hash);
    ModelFolder.at(folder.toString()).publish(new Model(card, forest));
    return folder;
  }
}
