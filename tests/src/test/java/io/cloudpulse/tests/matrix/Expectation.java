package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every run of an input from one source must leave behind.
 *
 * @param rows of each table, in any sink
 */
record Expectation(List<Rows> rows, Letters letters, Numbers numbers) {
  private static final String VERSION = "_version=";

  /**
   * The same rows with the versions that their places in a load make, of a dataset whose key is one
   * field.
   */
  Expectation at(Offer offer) {
    SortedMap<String, String> placed = new TreeMap<>(rows.get(0).byKey());
    placed.replaceAll(
        (key, row) ->
            row.substring(0, row.lastIndexOf(VERSION) + VERSION.length())
                + offer.versions().get(key.substring(key.indexOf('=') + 1)));
    return with(0, placed);
  }

  /** A wrong one for each table: one value of one row is another. */
  List<Expectation> wrong() {
    List<Expectation> all = new ArrayList<>();
    for (int table = 0; table < rows.size(); table++) {
      SortedMap<String, String> one = new TreeMap<>(rows.get(table).byKey());
      one.compute(one.firstKey(), (key, row) -> row.replaceFirst(" " + VERSION, "0 " + VERSION));
      all.add(with(table, one));
    }
    return all;
  }

  private Expectation with(int table, SortedMap<String, String> byKey) {
    List<Rows> others = new ArrayList<>(rows);
    others.set(table, new Rows("expectation", byKey));
    return new Expectation(others, letters, numbers);
  }

  /** The same rows, dead letters kept at another source. */
  Expectation with(Letters others) {
    return new Expectation(rows, others, numbers);
  }
}
