package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.transforms.Digest;
import java.util.List;

/** Short hashes of all rows of some tables, in whatever sink. */
final class Checksums {
  static final int LENGTH = 8;

  private static final String VERSION = " _version=-?\\d+$";

  private Checksums() {}

  /** Of all columns, the version among them. */
  static String of(List<Rows> tables) {
    return of(tables, "$^");
  }

  /** Of all columns but the version. */
  static String withoutVersion(List<Rows> tables) {
    return of(tables, VERSION);
  }

  private static String of(List<Rows> tables, String left) {
    Digest digest = new Digest();
    tables.forEach(
        table -> table.byKey().values().forEach(row -> digest.add(row.replaceFirst(left, ""))));
    return digest.hex().substring(0, LENGTH);
  }
}
