package io.cloudpulse.pipelines.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.pipelines.live.LiveJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.slf4j.event.Level;

/** One line of a structured log: a JSON object that begins with when, how grave, who and what. */
public final class JsonLine {
  /** Who logs our own lines. */
  public static final String PULSE = "pulse";

  private JsonLine() {}

  static ObjectNode of(Instant time, Level level, String logger, String message) {
    return LiveJson.MAPPER
        .createObjectNode()
        .put("time", time.truncatedTo(ChronoUnit.MILLIS).toString())
        .put("level", level.name().toLowerCase(Locale.ROOT))
        .put("logger", logger)
        .put("message", message);
  }

  /**
   * Of something that happens to a run.
   *
   * @param event {@code started}, {@code progress}, {@code stopped} or {@code ended}
   * @param about becomes the field of that name
   */
  public static String event(Instant time, String event, String message, Object about) {
    ObjectNode line = of(time, Level.INFO, PULSE, message).put("event", event);
    return LiveJson.of(line.set("run", LiveJson.MAPPER.valueToTree(about)));
  }
}
