package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.live.LiveStatus;
import io.cloudpulse.pipelines.live.LiveWatcher;
import io.cloudpulse.pipelines.live.ProgressLine;
import io.cloudpulse.pipelines.live.ProgressLog;
import io.cloudpulse.pipelines.live.Watchers;
import io.cloudpulse.pipelines.logs.JsonLine;
import io.cloudpulse.pipelines.metrics.MetricsServer;
import io.cloudpulse.pipelines.metrics.RunLabels;
import io.cloudpulse.pipelines.move.Launched;
import io.cloudpulse.pipelines.move.ReportTable;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.pipelines.status.StopPage;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a command shows of the run that it started: to a person, to a log, to Prometheus. */
final class RunView implements AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofSeconds(1);

  private final RunLabels run;
  private final Style style;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<LiveWatcher> watchers = new ArrayList<>();
  private Optional<MetricsServer> metrics = Optional.empty();

  /** How much is shown, and how. */
  enum Style {
    QUIET,
    TERMINAL,
    TEXT,
    JSON
  }

  RunView(RunLabels run, Style style, PrintWriter out, PrintWriter err) {
    this.run = run;
    this.style = style;
    this.out = out;
    this.err = err;
  }

  /** Opens what is to be open before the run starts, and tells that it does. */
  RunView open(OptionalInt port) {
    if (port.isPresent()) {
      MetricsServer server = MetricsServer.on(port.getAsInt(), run);
      metrics = Optional.of(server);
      watchers.add(server);
    }
    switch (style) {
      case QUIET -> {}
      case TERMINAL -> watchers.add(new ProgressLine(run.dataset(), Terminal.showsColours()));
      case TEXT -> watchers.add(ProgressLog.words(err));
      case JSON -> {
        err.println(event("started", "The run starts", run));
        watchers.add(ProgressLog.lines(err, status -> event("progress", "It goes on", status)));
      }
    }
    if (style != Style.QUIET) {
      metrics.ifPresent(this::tell);
      watchers.add(new Stopped());
    }
    return this;
  }

  private void tell(MetricsServer server) {
    String line = "metrics at " + server.address();
    err.println(style == Style.JSON ? event("metrics", line, Map.of("job", run.job())) : line);
    err.flush();
  }

  Watchers watchers() {
    Duration period = style == Style.TERMINAL ? ON_TERMINAL : Watchers.PERIOD;
    return new Watchers(period, watchers, metrics.map(MetricsServer::port));
  }

  void ended(RunReport report) {
    if (style == Style.JSON) {
      err.println(event("ended", "The run has ended", report));
    }
    if (style != Style.QUIET) {
      out.print(ReportTable.of(report));
      out.flush();
    }
  }

  /** A job that was handed over: nothing of it is seen from here. */
  void launched(Launched job) {
    if (style == Style.JSON) {
      err.println(event("launched", "The job was handed over", job));
    }
    if (style != Style.QUIET) {
      out.print(LaunchPage.of(job));
      out.flush();
    }
  }

  /** Once more, for a run that never began. */
  @Override
  public void close() {
    metrics.ifPresent(MetricsServer::close);
  }

  private static String event(String event, String message, Object about) {
    return JsonLine.event(Clock.systemUTC().instant(), event, message, about);
  }

  /** Says at a stop how far the run has come. */
  private final class Stopped implements LiveWatcher {
    @Override
    public void see(LiveStatus status) {}

    @Override
    public void stopped(LiveStatus status) {
      if (style == Style.JSON) {
        err.println(event("stopped", "The run was stopped", status));
      } else {
        out.print(StopPage.of(status));
        out.flush();
      }
    }
  }
}
