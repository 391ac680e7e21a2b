package io.cloudpulse.transforms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What became of a dead letter. A letter that is left again afterwards, by another run, has more
 * attempts than this knows of, and is open again.
 *
 * @param id of the dead letter
 * @param status {@link #REPLAYED} or {@link #DISCARDED}
 * @param run the replay that brought the record home; empty for what was discarded
 * @param time when, as ISO 8601 has it
 * @param because what whoever closed it had to say; empty if nothing
 * @param attempts how many the letter had
 */
public record LetterClosing(
    String id, String status, String run, String time, String because, int attempts) {
  public static final String REPLAYED = "replayed";
  public static final String DISCARDED = "discarded";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As one line of JSON, which has a {@code status}; that of a dead letter has none. */
  public String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and a number are always JSON", impossible);
    }
  }

  /** Tells a line that {@link #text} wrote from that of a dead letter. */
  public static boolean isOne(String text) throws JsonProcessingException {
    return JSON.readTree(text).has("status");
  }

  /** Reads what {@link #text} wrote. */
  public static LetterClosing parse(String text) throws JsonProcessingException {
    return JSON.readValue(text, LetterClosing.class);
  }
}
