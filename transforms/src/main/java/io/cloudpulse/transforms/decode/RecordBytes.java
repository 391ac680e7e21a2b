package io.cloudpulse.transforms.decode;

import java.io.IOException;

/**
 * The bytes of the record in hand, where they stand: a line of a file, or a message. Nothing is
 * copied until {@link #copy} is asked for.
 */
public interface RecordBytes {
  /** Longest record read, in bytes. */
  int MAX_RECORD = 4 << 20;

  /** The bytes that the record stands in. */
  byte[] buffer();

  /** First byte of the record in the {@link #buffer}. */
  int from();

  /** After the last byte of the record in the {@link #buffer}. */
  int to();

  /** The record as it came, for a dead letter. */
  byte[] copy();

  /** Where the record starts in its source. */
  long offset();

  /** Number of the record's first line; 0 if its source has no lines. */
  long line();

  default boolean blank() {
    return from() == to();
  }

  /** True if the record is longer than {@link #MAX_RECORD}. */
  boolean tooLarge();

  /** True if each byte is ASCII. */
  boolean ascii();

  /** True if a quote was opened and not closed, as far as counting can tell. */
  boolean quoteOpen();

  /** Adds the next line to the record; false if there is none or it gets too large. */
  boolean extend() throws IOException;

  /** Gives back all but the first line of the record. */
  void keepFirstLine();
}
