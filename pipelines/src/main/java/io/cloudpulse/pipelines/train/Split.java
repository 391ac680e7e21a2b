package io.cloudpulse.pipelines.train;

import io.cloudpulse.pipelines.flags.TrainSettings;
import io.cloudpulse.transforms.likelihood.Example;
import java.util.List;

/** Decides which examples a model is fitted to, and on which it is measured. */
interface Split {
  /**
   * Both parts.
   *
   * @param words how they were told apart
   * @param fitted in the order in which they came
   * @param kept back, for the metrics; no session has examples on both sides
   */
  record Parts(String words, List<Example> fitted, List<Example> kept) {}

  /** Tells them apart. */
  Parts of(List<Example> bySession);

  static Split of(TrainSettings settings) {
    return settings.testEvery() > 0
        ? new EachNth(settings.testEvery())
        : new ByTime(settings.split());
  }
}
