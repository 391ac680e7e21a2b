package io.cloudpulse.transforms;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Dead letters where nothing is ever changed: what becomes of one is written behind it. */
public interface LetterLog {
  /**
   * Hands over each letter once a run, the oldest run's first as far as that is known, and what
   * became of them.
   */
  void read(Consumer<DeadLetter> letters, Consumer<LetterClosing> closings) throws IOException;

  /** Hands over each letter of one run, once. */
  void readRun(String run, Consumer<DeadLetter> letters) throws IOException;

  /**
   * Writes down what became of letters.
   *
   * @param by what closes them, a name that sorts by time
   */
  void close(String by, List<LetterClosing> closings) throws IOException;
}
