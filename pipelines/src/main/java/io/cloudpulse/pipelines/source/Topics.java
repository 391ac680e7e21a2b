package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import java.util.function.Supplier;

/** What is asked of a cluster before a job starts. */
final class Topics {
  static final String OWN_TIME = "the messages' own time";

  private Topics() {}

  /**
   * The answer; one that is known not to run is not asked, so that a plan can be made without it.
   *
   * @throws StoppedException if it does not answer
   */
  static <T> T asked(SourceAddress.Topic topic, Supplier<T> question, T unknown) {
    if (topic.trouble().isPresent()) {
      return unknown;
    }
    try {
      return question.get();
    } catch (IllegalStateException unreachable) {
      throw StoppedException.because(ExitCode.FAILED, unreachable.getMessage(), unreachable);
    }
  }
}
