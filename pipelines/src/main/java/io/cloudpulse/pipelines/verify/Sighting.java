package io.cloudpulse.pipelines.verify;

/** A key as one of the two sides has it. */
sealed interface Sighting {
  /** The source has it. */
  record Expected(ExpectedRow row) implements Sighting {}

  /** The sink has it, with this digest of its columns. */
  @SuppressWarnings("ArrayRecordComponent") // made a million times, never compared as a record
  record Found(byte[] digest) implements Sighting {}
}
