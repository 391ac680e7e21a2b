package io.cloudpulse.tests.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What all tests of a JVM share, each made when it is first wanted, and closed after the last test,
 * or when somebody stops the tests. JUnit's own root store would not do: it is closed after each
 * class where several JVMs take classes from one queue.
 */
public final class Shared implements LauncherSessionListener {
  private static final Map<Class<?>, AutoCloseable> BY_KIND = new HashMap<>();
  private static final Deque<AutoCloseable> NEWEST_FIRST = new ArrayDeque<>();
  private static boolean stopped;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Shared::stop, "shared servers"));
  }

  /** The one of its type. */
  public static <T extends AutoCloseable> T of(Class<T> type, Supplier<T> start) {
    return of(type, type, start);
  }

  /** The one of its kind, of which there may be several in a type. */
  static synchronized <T extends AutoCloseable> T of(
      Class<?> kind, Class<T> type, Supplier<T> start) {
    if (stopped) {
      throw new IllegalStateException("The tests were stopped");
    }
    AutoCloseable there = BY_KIND.get(kind);
    if (there == null) {
      there = start.get();
      BY_KIND.put(kind, there);
      NEWEST_FIRST.push(there);
    }
    return type.cast(there);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    closeAll();
  }

  /** Ctrl-C ends this JVM, but not the servers it started. */
  private static synchronized void stop() {
    stopped = true;
    closeAll();
  }

  /** One that does not end is no reason to leave the others. */
  private static synchronized void closeAll() {
    BY_KIND.clear();
    IllegalStateException failed = null;
    while (!NEWEST_FIRST.isEmpty()) {
      try {
        NEWEST_FIRST.pop().close();
      } catch (Exception failure) {
        failed = new IllegalStateException("a shared server does not end", failure);
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
