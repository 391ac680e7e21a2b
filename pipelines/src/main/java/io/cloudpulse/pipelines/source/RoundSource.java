package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.transforms.Round;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A source that grows and can be read in rounds. */
public interface RoundSource extends SourceWork {
  StreamSettings stream();

  /** Offsets at which a job ends that is to end. */
  Map<Integer, Long> ends();

  /** Number of the round at hand; 0 before the first. */
  AtomicLong number();

  /** The source, for whoever cuts rounds. */
  RoundTopic asRounds();

  /**
   * One round of it.
   *
   * @param began offsets from which windows are summed up, if they are
   */
  SourceWork round(Round round, Map<Integer, Long> began);
}
