package io.cloudpulse.pipelines.logs;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Takes what libraries log by SLF4J and writes it as JSON. Not announced as a service: on the class
 * path it changes nothing, until it is named. Levels are those of slf4j-simple, whose place it
 * takes.
 */
public final class JsonLogs implements SLF4JServiceProvider, ILoggerFactory {
  private static final String SIMPLE = "org.slf4j.simpleLogger.";

  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new NOPMDCAdapter();
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  /** To be called before any library logs: from then on the choice is made. */
  public static void turnOn() {
    System.setProperty("slf4j.provider", JsonLogs.class.getName());
    System.setProperty("slf4j.internal.verbosity", "WARN");
  }

  @Override
  public Logger getLogger(String name) {
    return loggers.computeIfAbsent(
        name, added -> new JsonLogger(added, level(added), out, Clock.systemUTC()));
  }

  /** Of the logger itself, or of the nearest one above it that has a level. */
  static String level(String name) {
    String own = System.getProperty(SIMPLE + "log." + name);
    if (own != null) {
      return own;
    }
    int above = name.lastIndexOf('.');
    return above < 0
        ? System.getProperty(SIMPLE + "defaultLogLevel", "error")
        : level(name.substring(0, above));
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return this;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}
}
