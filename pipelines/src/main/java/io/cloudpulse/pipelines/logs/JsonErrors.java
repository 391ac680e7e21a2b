package io.cloudpulse.pipelines.logs;

import io.cloudpulse.pipelines.live.LiveJson;
import java.io.PrintWriter;
import java.time.Clock;
import org.slf4j.event.Level;

/** Where a command tells what went wrong; each thing told becomes a line of the structured log. */
public final class JsonErrors extends PrintWriter {
  private final Clock clock;

  public JsonErrors(PrintWriter log, Clock clock) {
    super(log, true);
    this.clock = clock;
  }

  /** What is JSON already stays as it is. */
  @Override
  public void println(String text) {
    super.println(
        text.startsWith("{")
            ? text
            : LiveJson.of(JsonLine.of(clock.instant(), Level.ERROR, JsonLine.PULSE, text)));
  }

  @Override
  public void println(Object text) {
    println(String.valueOf(text));
  }
}
