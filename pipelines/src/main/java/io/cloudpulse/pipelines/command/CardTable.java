package io.cloudpulse.pipelines.command;

import io.cloudpulse.transforms.likelihood.ModelCard;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import java.util.Locale;

/** A model's card for a person. */
final class CardTable {
  private final StringBuilder text = new StringBuilder();

  private CardTable() {}

  static String of(ModelCard card, ModelFolder folder) {
    CardTable table = new CardTable();
    ModelCard.Training training = card.training();
    ModelCard.Metrics metrics = card.metrics();
    table.line("model", card.model() + " in " + folder.address() + ", in use from now on");
    table.line("fitted to", "%,d of %,d examples", training.fitted(), training.examples());
    if (training.passedOver() > 0) {
      table.line("passed over", "%,d", training.passedOver());
    }
    table.line("measured on", "%,d: %s", metrics.examples(), training.split());
    table.line("base rate", "%.2f %% of them are followed by a purchase", 100 * metrics.baseRate());
    table.line("accuracy", "%.4f", metrics.accuracy());
    table.line("AUC", "%.4f", metrics.auc());
    table.line("log loss", "%.4f", metrics.logLoss());
    table.line(
        "features", "%d of %s", card.features().features().size(), card.features().dataset());
    table.line("data", "sha256 %s", training.sha256());
    return table.text.toString();
  }

  private void line(String name, String format, Object... values) {
    text.append(String.format("%-14s %s%n", name, String.format(Locale.ROOT, format, values)));
  }

  private void line(String name, String value) {
    line(name, "%s", value);
  }
}
