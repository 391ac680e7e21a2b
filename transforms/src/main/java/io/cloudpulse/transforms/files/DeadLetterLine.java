package io.cloudpulse.transforms.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.transforms.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * A dead letter as one line of JSON. The bytes are in {@code original}, as Base64; {@code text} has
 * them once more where they are text, for whoever reads the file with bare eyes.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "run", "dataset", "step", "reason", "field", "message"})
public record DeadLetterLine(
    String id,
    String run,
    String dataset,
    String step,
    String reason,
    String field,
    String message,
    String source,
    long offset,
    long line,
    @Nullable String eventTime,
    int attempts,
    @Nullable String text,
    String original,
    @Nullable String reading) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A letter as one line. */
  public static String of(DeadLetter letter) {
    DeadLetterLine line =
        new DeadLetterLine(
            letter.getId(),
            letter.getRun(),
            letter.getDataset(),
            letter.getStep(),
            letter.getReason(),
            letter.getField(),
            letter.getMessage(),
            letter.getSource(),
            letter.getOffset(),
            letter.getLine(),
            letter.getEventTime() == null ? null : letter.getEventTime().toString(),
            letter.getAttempts(),
            text(letter.getOriginal()),
            Base64.getEncoder().encodeToString(letter.getOriginal()),
            letter.getReading().isEmpty() ? null : letter.getReading());
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a dead letter is always JSON", impossible);
    }
  }

  /** Reads what {@link #of} wrote. */
  public static DeadLetter read(String json) throws JsonProcessingException {
    DeadLetterLine line = JSON.readValue(json, DeadLetterLine.class);
    return DeadLetter.builder()
        .setId(line.id)
        .setRun(line.run)
        .setDataset(line.dataset)
        .setStep(line.step)
        .setReason(line.reason)
        .setField(line.field)
        .setMessage(line.message)
        .setSource(line.source)
        .setOffset(line.offset)
        .setLine(line.line)
        .setEventTime(line.eventTime == null ? null : Instant.parse(line.eventTime))
        .setAttempts(line.attempts)
        .setOriginal(Base64.getDecoder().decode(line.original))
        .setReading(line.reading == null ? "" : line.reading)
        .build();
  }

  private static @Nullable String text(byte[] original) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(original)).toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
