package io.cloudpulse.pipelines.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.pipelines.live.LiveJson;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes what a library logs as JSON. */
final class JsonLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1;
  private static final int OFF = Integer.MAX_VALUE;

  private final int least;
  private final transient PrintStream out;
  private final transient Clock clock;

  /**
   * A logger.
   *
   * @param least name of the level from which on it logs; any other word is none
   */
  JsonLogger(String name, String least, PrintStream out, Clock clock) {
    this.name = name;
    this.least = number(least);
    this.out = out;
    this.clock = clock;
  }

  private static int number(String level) {
    for (Level known : Level.values()) {
      if (known.name().equalsIgnoreCase(level)) {
        return known.toInt();
      }
    }
    return OFF;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] values, Throwable thrown) {
    String message = MessageFormatter.basicArrayFormat(pattern, values);
    ObjectNode line = JsonLine.of(clock.instant(), level, name, message);
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      line.put("error", trace.toString());
    }
    out.println(LiveJson.of(line));
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return null;
  }

  private boolean logs(Level level) {
    return level.toInt() >= least;
  }

  @Override
  public boolean isTraceEnabled() {
    return logs(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return logs(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return logs(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return logs(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return logs(Level.ERROR);
  }
}
