package io.cloudpulse.pipelines.rounds;

import io.cloudpulse.transforms.Round;
import java.util.Map;

/** Does one round: when it returns, every sink has all that the round reads. */
interface RoundWork {
  /**
   * Reads a round, again if it was read before.
   *
   * @param began offsets from which windows are summed up
   */
  void run(Round round, Map<Integer, Long> began);
}
