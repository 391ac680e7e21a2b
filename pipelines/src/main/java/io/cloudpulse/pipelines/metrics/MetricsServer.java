package io.cloudpulse.pipelines.metrics;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.live.LiveStatus;
import io.cloudpulse.pipelines.live.LiveWatcher;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.time.Clock;

/**
 * Serves what a run counts, and how its JVM is, to Prometheus; unless told else, of this machine.
 */
public final class MetricsServer implements LiveWatcher {
  /** System property: the address to listen at. A container's image sets it to 0.0.0.0. */
  private static final String HOST = "pulse.metricsHost";

  private final String host;
  private final RunMetrics metrics;
  private final HTTPServer server;

  private MetricsServer(String host, RunMetrics metrics, HTTPServer server) {
    this.host = host;
    this.metrics = metrics;
    this.server = server;
  }

  /**
   * Listens from now on.
   *
   * @param port 0 for any that is free
   * @throws StoppedException if the port is not to be had
   */
  public static MetricsServer on(int port, RunLabels run) {
    return on(System.getProperty(HOST, "127.0.0.1"), port, run);
  }

  static MetricsServer on(String host, int port, RunLabels run) {
    RunMetrics metrics = new RunMetrics(run, Clock.systemUTC());
    PrometheusRegistry registry = new PrometheusRegistry();
    registry.register(metrics);
    JvmMetrics.builder().register(registry);
    try {
      HTTPServer server =
          HTTPServer.builder().hostname(host).port(port).registry(registry).buildAndStart();
      return new MetricsServer(host, metrics, server);
    } catch (IOException taken) {
      throw StoppedException.because(
          ExitCode.FAILED,
          "--metrics=%d: port %d of %s is not to be had (%s). Nothing was started. Type --metrics=0 for any free port"
              .formatted(port, port, host, taken.getMessage()),
          taken);
    }
  }

  public int port() {
    return server.getPort();
  }

  public String address() {
    return "http://" + host + ":" + port() + "/metrics";
  }

  @Override
  public void see(LiveStatus status) {
    metrics.see(status);
  }

  @Override
  public void close() {
    server.close();
  }
}
