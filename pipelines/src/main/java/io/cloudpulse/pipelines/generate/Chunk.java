package io.cloudpulse.pipelines.generate;

/**
 * A run of rows as bytes, with what they hold.
 *
 * @param tally its places count from the chunk's start
 */
record Chunk(LineBuffer bytes, Tally tally) {
  /** Enough to be worth a thread's while, little enough that a dozen are no burden. */
  static final int ROWS = 8_192;

  private static final int TYPICAL_ROW = 128;

  static Chunk head(Blueprint blueprint) {
    LineBuffer bytes = new LineBuffer(TYPICAL_ROW);
    blueprint.format().writeHead(bytes);
    Tally tally = new Tally();
    tally.addText(bytes.count('\n', 0), bytes.length());
    return new Chunk(bytes, tally);
  }

  static Chunk rows(Blueprint blueprint, long start) {
    long end = Math.min(start + ROWS, blueprint.recipe().rows());
    LineBuffer bytes = new LineBuffer((int) (end - start) * TYPICAL_ROW);
    RowWriter rows = new RowWriter(blueprint, bytes);
    for (long row = start; row < end; row++) {
      rows.write(row);
    }
    return new Chunk(bytes, rows.tally());
  }
}
