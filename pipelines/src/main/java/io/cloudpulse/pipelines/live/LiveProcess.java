package io.cloudpulse.pipelines.live;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The process that drives a run.
 *
 * @param started when it took the run up
 * @param metricsPort of its metrics on 127.0.0.1; null if it serves none
 */
public record LiveProcess(long pid, String host, Instant started, @Nullable Integer metricsPort) {
  /** This one. */
  static LiveProcess here(Instant started, @Nullable Integer metricsPort) {
    return new LiveProcess(ProcessHandle.current().pid(), hostName(), started, metricsPort);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
