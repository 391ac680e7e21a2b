package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.Version;
import io.cloudpulse.transforms.VersionedRecord;

/** A record that was computed, on its way to the sinks: no part of a source is behind it. */
final class ComputedRow {
  private static final byte[] NO_BYTES = {};

  private ComputedRow() {}

  static VersionedRecord of(int generation, long counted, Object... values) {
    return at(Version.ofCount(generation, counted), values);
  }

  static VersionedRecord at(long version, Object... values) {
    return new VersionedRecord("", 0, 0, version, values, NO_BYTES);
  }

  /** Says that there never is such a row: in a version that no count of events reaches. */
  static VersionedRecord never(int generation, Object... values) {
    long version = Version.ofCount(generation, Version.GREATEST_COUNT);
    return new VersionedRecord("", 0, 0, version, values, NO_BYTES, true);
  }
}
