package io.cloudpulse.pipelines.verify;

/** A key as one of the two sides has it. */
sealed interface Sighting {
  /** The source has it. */
  record Expected(ExpectedRow row) implements Sighting {}

  /** Of a row whose version is not compared. */
  long ANY_VERSION = 0;

  /** The sink has it, with this digest of its columns. */
  @SuppressWarnings("ArrayRecordComponent") // made a million times, never compared as a record
  record Found(byte[] digest, long version) implements Sighting {}
}
