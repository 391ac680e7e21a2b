package io.cloudpulse.pipelines.train;

import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.likelihood.Example;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Examples of one session, which belong together. */
final class Sessions {
  private Sessions() {}

  /** Each session's, in their order. */
  static List<List<Example>> of(List<Example> bySession) {
    List<List<Example>> sessions = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= bySession.size(); i++) {
      boolean isOther =
          i == bySession.size()
              || !bySession.get(i).session().equals(bySession.get(from).session());
      if (isOther) {
        sessions.add(bySession.subList(from, i));
        from = i;
      }
    }
    return sessions;
  }

  /**
   * About so many examples at most, of whole sessions. Which ones those are, their names decide.
   */
  static List<Example> atMost(int most, List<Example> examples) {
    if (examples.size() <= most) {
      return examples;
    }
    double share = most / (double) examples.size();
    return examples.stream().filter(example -> chance(example) < share).toList();
  }

  /** From 0 to 1, the same for all of a session. */
  private static double chance(Example example) {
    byte[] bytes = new Digest().add(example.session()).bytes();
    return (ByteBuffer.wrap(bytes).getLong() >>> 1) / (double) Long.MAX_VALUE;
  }
}
