package io.cloudpulse.transforms;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;

/** Records with neighbouring offsets, none left out, to which the same happened. */
@DefaultSchema(AutoValueSchema.class)
@AutoValue
public abstract class OutcomeRun {
  /** What became of records that were accepted. */
  public static final String ACCEPTED = "";

  /** Before the name of something else that was counted in them. */
  static final String COUNTER = "counter:";

  @SchemaFieldNumber("0")
  public abstract long getFirst();

  /** Inclusive. */
  @SchemaFieldNumber("1")
  public abstract long getLast();

  /** {@link #ACCEPTED}, a {@link Reason#code}, or what was counted. */
  @SchemaFieldNumber("2")
  public abstract String getOutcome();

  @SchemaCreate
  public static OutcomeRun of(long first, long last, String outcome) {
    return new AutoValue_OutcomeRun(first, last, outcome);
  }

  public final long size() {
    return getLast() - getFirst() + 1;
  }
}
