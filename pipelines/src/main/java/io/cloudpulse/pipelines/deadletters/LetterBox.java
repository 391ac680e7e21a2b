package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.transforms.LetterClosing;
import java.util.List;

/** Dead letters as they are kept, to be looked through and to be closed. */
public interface LetterBox {
  /** Those that were seen last first. */
  List<KeptLetter> newest(LetterFilter filter, int most);

  /** Those that were tried least first, then by source and place; no more than {@code most}. */
  List<KeptLetter> leastTried(LetterFilter filter, int most);

  /** How many there are, by dataset and reason, in that order. */
  List<LetterCount> totals(LetterFilter filter);

  /** Those whose id begins so, by id; no more than {@code most}. */
  List<KeptLetter> startingWith(String prefix, int most);

  /**
   * Closes letters, but none that was left again since it was looked at.
   *
   * @param by what closes them, a name that sorts by time
   */
  void close(String by, List<LetterClosing> closings);

  /** How many dead letters one reason has in one dataset. */
  record LetterCount(String dataset, String reason, long letters) {}
}
