package io.cloudpulse.pipelines.rounds;

import io.cloudpulse.transforms.Round;
import java.util.Map;
import java.util.Optional;

/** Does one round: when it returns, every sink has all that the round reads. */
interface RoundWork {
  /**
   * Reads a round, again if it was read before.
   *
   * @param began offsets from which windows are summed up; empty if they are not this time
   */
  void run(Round round, Optional<Map<Integer, Long>> began);
}
