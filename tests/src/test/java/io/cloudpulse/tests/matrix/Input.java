package io.cloudpulse.tests.matrix;

import io.cloudpulse.schemas.Dataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Records of one dataset, some bad, some twice, some changed by a later one.
 *
 * @param tables the dataset, and those that are computed of it
 * @param header of a CSV file; empty if records are JSON
 * @param lines the records, each byte a character of ISO-8859-1
 * @param versionIsPlace whether the later of two records wins because it comes later
 * @param flags that each run of it needs
 */
@SuppressWarnings("checkstyle:ParameterNumber")
record Input(
    List<Dataset> tables,
    String header,
    List<String> lines,
    boolean versionIsPlace,
    Planted planted,
    List<String> flags) {

  Dataset dataset() {
    return tables.get(0);
  }

  /** Each record twice, in another order; the first stays, for a file is known by how it begins. */
  Input doubledAndShuffled(long seed) {
    List<String> all = new ArrayList<>(lines);
    all.addAll(lines);
    Collections.shuffle(all.subList(1, all.size()), new Random(seed));
    return new Input(tables, header, all, versionIsPlace, planted.doubled(), flags);
  }
}
