package io.cloudpulse.pipelines.source;

import java.util.Map;

/**
 * A topic as the rounds of one job see it. All offsets are by partition; each answer comes within
 * some seconds, or is an {@link IllegalStateException}.
 */
public interface RoundTopic {
  /**
   * A topic at one moment.
   *
   * @param began where the job first began
   * @param earliest first offsets that are still there
   * @param latest after the last committed messages
   */
  record Sight(Map<Integer, Long> began, Map<Integer, Long> earliest, Map<Integer, Long> latest) {}

  /** Looks at it. A partition that is new since the job began is read from its first message. */
  Sight look();

  /** Offsets before which every sink has every row, as the job's consumer group has them. */
  Map<Integer, Long> committed();

  /** Tells the group: a stream of the same job can go on from there. */
  void commit(Map<Integer, Long> offsets);
}
