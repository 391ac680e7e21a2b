package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityWindows;
import io.cloudpulse.transforms.activity.SessionFeatures;
import io.cloudpulse.transforms.likelihood.FeatureSchema;
import io.cloudpulse.transforms.likelihood.Model;
import io.cloudpulse.transforms.likelihood.ModelChoice;
import io.cloudpulse.transforms.likelihood.ModelFolder;
import io.cloudpulse.transforms.likelihood.UnfitModelException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The model that a move asks how likely a purchase is.
 *
 * @param goesOn whether it is a stream that takes each new model up
 */
record UsedModel(ModelFolder folder, ActivityWindows windows, boolean goesOn) {
  private static final String ADVICE =
      "./pulse train --dataset=activity.events --source=files:... --model=";

  /** Empty if no model is asked, or nothing is summed up that it could be asked about. */
  static Optional<UsedModel> of(MoveSettings settings) {
    boolean goesOn = settings.stream().isPresent() && settings.rounds().isEmpty();
    return settings
        .windows()
        .filter(ActivityWindows.class::isInstance)
        .map(ActivityWindows.class::cast)
        .flatMap(windows -> settings.model().map(folder -> new UsedModel(folder, windows, goesOn)));
  }

  /** What refuses the run. */
  static List<String> problems(MoveSettings settings) {
    return of(settings).map(UsedModel::problem).flatMap(found -> found).stream().toList();
  }

  private Optional<String> problem() {
    try {
      Optional<String> named = folder.current();
      if (named.isEmpty()) {
        return Optional.of(
            "There is no model in %s yet. Fit one: %s"
                .formatted(folder.address(), ADVICE + folder.address()));
      }
      Model unused = folder.load(named.get(), given());
      return Optional.empty();
    } catch (UnfitModelException unfit) {
      return Optional.of(
          "The model %s. Fit one that can: %s"
              .formatted(unfit.getMessage(), ADVICE + folder.address()));
    } catch (IOException unreachable) {
      return Optional.of(
          "The model's folder %s cannot be read: %s".formatted(folder.address(), unreachable));
    }
  }

  /** What it makes of the events. */
  Aggregate predictions() {
    return ActivityAggregates.predictions(windows, choice());
  }

  private FeatureSchema given() {
    return SessionFeatures.schema(windows.sessionGap());
  }

  /** A batch, and each round of a stream, is told by the model that is there as it begins. */
  private ModelChoice choice() {
    if (goesOn) {
      return ModelChoice.following(folder, given());
    }
    try {
      return ModelChoice.now(folder, given());
    } catch (IOException none) {
      // A run is refused for it. A round of one that runs fails as it asks, and is tried again.
      return ModelChoice.following(folder, given());
    }
  }
}
