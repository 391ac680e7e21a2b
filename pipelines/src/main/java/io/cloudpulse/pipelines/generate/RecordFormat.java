package io.cloudpulse.pipelines.generate;

/** How records are written. */
interface RecordFormat {
  /** What stands before the first record. */
  void writeHead(LineBuffer out);

  /** Writes one record and the line break after it. */
  void write(Draft draft, Dice dice, LineBuffer out);
}
