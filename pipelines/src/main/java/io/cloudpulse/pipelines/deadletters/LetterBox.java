package io.cloudpulse.pipelines.deadletters;

import java.util.List;

/** Dead letters as they are kept, to be looked through. */
public interface LetterBox {
  /** Those that were seen last first. */
  List<KeptLetter> newest(LetterFilter filter, int most);

  /** How many there are, by dataset and reason, in that order. */
  List<LetterCount> totals(LetterFilter filter);

  /** Those whose id begins so, by id; no more than {@code most}. */
  List<KeptLetter> startingWith(String prefix, int most);

  /** How many dead letters one reason has in one dataset. */
  record LetterCount(String dataset, String reason, long letters) {}
}
