package io.cloudpulse.pipelines.verify;

import java.io.Serializable;
import java.util.List;

/**
 * A key on which sink and source disagree.
 *
 * @param expected what the sink should hold; null if nothing
 */
record Disagreement(List<String> key, ExpectedRow expected)
    implements Serializable, Comparable<Disagreement> {
  @Override
  public int compareTo(Disagreement other) {
    return KeyTexts.IN_ORDER.compare(key, other.key);
  }
}
