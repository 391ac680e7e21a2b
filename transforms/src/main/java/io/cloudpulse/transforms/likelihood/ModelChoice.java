package io.cloudpulse.transforms.likelihood;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.Serializable;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Which model of a folder workers use. Sent to them; opened where it is used.
 *
 * @param given what they give it
 * @param pinned the one model that is used to the end; null to go on with each new one
 */
public record ModelChoice(ModelFolder folder, FeatureSchema given, @Nullable String pinned)
    implements Serializable {

  /** For a stream: a new model is used as soon as the folder names it. */
  public static ModelChoice following(ModelFolder folder, FeatureSchema given) {
    return new ModelChoice(folder, given, null);
  }

  /**
   * For what ends: all is told by the model that is used now, so that a retry tells the same.
   *
   * @throws IOException if none can be used
   */
  public static ModelChoice now(ModelFolder folder, FeatureSchema given) throws IOException {
    Model model = new Models(folder, given).best();
    return new ModelChoice(folder, given, model.id());
  }

  /**
   * The model, for one worker.
   *
   * @throws IOException if none can be used
   */
  public ModelInUse open() throws IOException {
    return open(Ticker.systemTicker());
  }

  ModelInUse open(Ticker ticker) throws IOException {
    Models models = new Models(folder, given);
    Model first = pinned == null ? models.best() : models.load(pinned);
    return new ModelInUse(models, first, pinned == null, ticker);
  }
}
