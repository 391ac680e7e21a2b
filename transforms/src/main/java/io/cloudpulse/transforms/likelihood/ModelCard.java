package io.cloudpulse.transforms.likelihood;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.Map;

/**
 * What is to be known of a model, beside it in its folder.
 *
 * @param model its id: the number and the first digits of the forest's hash
 * @param number each model of a folder has a higher one than those before
 * @param fitted when it was made, as in ISO 8601
 * @param features what it is to be given
 * @param forest SHA-256 of the file that holds its trees
 */
@JsonPropertyOrder({"model", "number", "fitted", "metrics", "training", "fitting", "features"})
public record ModelCard(
    String model,
    int number,
    String fitted,
    FeatureSchema features,
    Training training,
    Metrics metrics,
    Fitting fitting,
    String forest) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * What it was fitted to.
   *
   * @param source address of the records
   * @param split which examples were kept back for the metrics
   * @param examples all that were made of the records, those kept back among them
   * @param fitted how many of them it was fitted to
   * @param passedOver how many are neither: too many, or of sessions on both sides of the split
   * @param sha256 of all examples, in their order
   */
  public record Training(
      String source, String split, long examples, long fitted, long passedOver, String sha256) {}

  /**
   * How it did on the examples that were kept back.
   *
   * @param examples how many those are
   * @param baseRate share of them that did end with a purchase
   * @param accuracy share of them that it was right about, when likely means half or more
   * @param auc area under the ROC curve: how often one that did is likelier than one that did not
   * @param logLoss mean of -ln(likelihood of what came); 0 is perfect
   */
  public record Metrics(
      long examples, double baseRate, double accuracy, double auc, double logLoss) {}

  /** How it was made: the same again makes the same forest. */
  public record Fitting(long seed, int trees, int depth, Map<String, String> versions) {}

  /** As a file has it. */
  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a card is always JSON", e);
    }
  }

  /**
   * What {@link #bytes} gave.
   *
   * @throws IOException if they are no card
   */
  static ModelCard read(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, ModelCard.class);
  }
}
