package io.cloudpulse.transforms;

import com.google.auto.value.AutoValue;
import java.util.Map;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;

/**
 * What came of reading one range of a source, once it is read to its end. A retry of the range
 * gives the same tally, which replaces the first.
 */
@DefaultSchema(AutoValueSchema.class)
@AutoValue
public abstract class RangeTally {
  /** As in {@link VersionedRecord#range}. */
  @SchemaFieldNumber("0")
  public abstract String getRange();

  /** Accepted and refused together. */
  @SchemaFieldNumber("1")
  public abstract long getRead();

  @SchemaFieldNumber("2")
  public abstract long getAccepted();

  /** How many were refused, by {@link Reason#code}. */
  @SchemaFieldNumber("3")
  public abstract Map<String, Long> getRefused();

  /** What else was counted, such as corrections or blank lines. */
  @SchemaFieldNumber("4")
  public abstract Map<String, Long> getCounters();

  @SchemaCreate
  public static RangeTally of(
      String range,
      long read,
      long accepted,
      Map<String, Long> refused,
      Map<String, Long> counters) {
    return new AutoValue_RangeTally(range, read, accepted, refused, counters);
  }
}
