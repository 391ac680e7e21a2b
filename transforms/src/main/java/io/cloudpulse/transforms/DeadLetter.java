package io.cloudpulse.transforms;

import com.google.auto.value.AutoValue;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;
import org.apache.beam.sdk.schemas.annotations.SchemaFieldNumber;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/** A refused record, whole: enough to see why, to mend it and to send it again. */
@DefaultSchema(AutoValueSchema.class)
@AutoValue
public abstract class DeadLetter {
  /** 32 hexadecimal digits over dataset, step, position and bytes: a retry finds the same. */
  @SchemaFieldNumber("0")
  public abstract String getId();

  @SchemaFieldNumber("1")
  public abstract String getDataset();

  /** The step that refused it: {@code read}, or the address of a sink. */
  @SchemaFieldNumber("2")
  public abstract String getStep();

  /** A {@link Reason#code}. */
  @SchemaFieldNumber("3")
  public abstract String getReason();

  @SchemaFieldNumber("4")
  public abstract String getMessage();

  /** The field at fault; empty if the record as a whole is. */
  @SchemaFieldNumber("5")
  public abstract String getField();

  /** The record's bytes as they came. */
  @SuppressWarnings("mutable")
  @SchemaFieldNumber("6")
  public abstract byte[] getOriginal();

  /** Where it came from: the file's URI or the topic and partition. */
  @SchemaFieldNumber("7")
  public abstract String getSource();

  /** Byte offset in the (decompressed) file, or the offset in the partition. */
  @SchemaFieldNumber("8")
  public abstract long getOffset();

  /** Line the record starts on, from 1; 0 where a source has none or was split. */
  @SchemaFieldNumber("9")
  public abstract long getLine();

  @SchemaFieldNumber("10")
  public abstract @Nullable Instant getEventTime();

  @SchemaFieldNumber("11")
  public abstract int getAttempts();

  @SchemaFieldNumber("12")
  public abstract String getRun();

  /** How its bytes were read, so that they can be read again: a {@link Reading} as text. */
  @SchemaFieldNumber("13")
  public abstract String getReading();

  public static Builder builder() {
    return new AutoValue_DeadLetter.Builder().setAttempts(1).setReading("");
  }

  public abstract Builder toBuilder();

  /** The one creator Beam's schema uses: every field, in order. */
  @SchemaCreate
  @SuppressWarnings("checkstyle:ParameterNumber")
  static DeadLetter create(
      String id,
      String dataset,
      String step,
      String reason,
      String message,
      String field,
      byte[] original,
      String source,
      long offset,
      long line,
      @Nullable Instant eventTime,
      int attempts,
      String run,
      String reading) {
    return builder()
        .setId(id)
        .setDataset(dataset)
        .setStep(step)
        .setReason(reason)
        .setMessage(message)
        .setField(field)
        .setOriginal(original)
        .setSource(source)
        .setOffset(offset)
        .setLine(line)
        .setEventTime(eventTime)
        .setAttempts(attempts)
        .setRun(run)
        .setReading(reading)
        .build();
  }

  /** Builds a dead letter. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setId(String id);

    public abstract Builder setDataset(String dataset);

    public abstract Builder setStep(String step);

    public abstract Builder setReason(String reason);

    public abstract Builder setMessage(String message);

    public abstract Builder setField(String field);

    public abstract Builder setOriginal(byte[] original);

    public abstract Builder setSource(String source);

    public abstract Builder setOffset(long offset);

    public abstract Builder setLine(long line);

    public abstract Builder setEventTime(@Nullable Instant eventTime);

    public abstract Builder setAttempts(int attempts);

    public abstract Builder setRun(String run);

    public abstract Builder setReading(String reading);

    public abstract DeadLetter build();
  }
}
