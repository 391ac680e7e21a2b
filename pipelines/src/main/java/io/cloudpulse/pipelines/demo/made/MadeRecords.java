package io.cloudpulse.pipelines.demo.made;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Records of one dataset, and how one of them is broken.
 *
 * @param header the lines before the first record
 * @param good different records, all of them good
 * @param broken makes of a good one a record that must be refused
 * @param reason for which it must be
 * @param comeTwice whether some records come twice, which makes no row more
 * @param rows how many rows the good ones are
 */
public record MadeRecords(
    String header,
    List<String> good,
    UnaryOperator<String> broken,
    String reason,
    boolean comeTwice,
    long rows) {
  private static final int BROKEN_EVERY = 100;
  private static final int TWICE_EVERY = 50;

  public MadeRecords {
    good = List.copyOf(good);
  }

  /** Of which each good one is a row, and some come twice. */
  static MadeRecords repeating(
      String header, List<String> good, UnaryOperator<String> broken, String reason) {
    return new MadeRecords(header, good, broken, reason, true, good.size());
  }

  /** With those that come twice, or are broken; after the header. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(header));
    for (int i = 0; i < good.size(); i++) {
      lines.add(good.get(i));
      if (comeTwice && i % TWICE_EVERY == TWICE_EVERY - 1) {
        lines.add(good.get(i));
      }
      if (i % BROKEN_EVERY == BROKEN_EVERY - 1) {
        lines.add(broken.apply(good.get(i)));
      }
    }
    return lines;
  }

  public long bad() {
    return good.size() / BROKEN_EVERY;
  }

  public long repeated() {
    return comeTwice ? good.size() / TWICE_EVERY : 0;
  }
}
