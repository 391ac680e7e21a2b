package io.cloudpulse.transforms;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * How a record's bytes were read: what a replay needs beside them to make the same row with the
 * same version.
 *
 * @param layout place of the layout among the dataset's; -1 if it is not known
 * @param header names of the columns; empty for JSON, or if they are not known
 * @param version of the load, for a dataset whose records do not tell; 0 if it is not known
 * @param number of the record in its source, for a key made of its position; 0 if it is not known
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Reading(int layout, List<String> header, long version, long number) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A record of which only the bytes are known. */
  public static final Reading UNKNOWN = new Reading(-1, List.of(), 0, 0);

  public Reading {
    header = header == null ? List.of() : List.copyOf(header);
  }

  /** As a dead letter carries it. */
  public String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("numbers and names are always JSON", impossible);
    }
  }

  /** Reads what {@link #text} wrote; an empty text is {@link #UNKNOWN}. */
  public static Reading parse(String text) {
    try {
      return text.isEmpty() ? UNKNOWN : JSON.readValue(text, Reading.class);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("not the reading of a dead letter: " + text, wrong);
    }
  }
}
