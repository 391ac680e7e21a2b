package io.cloudpulse.pipelines.move;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SinkAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.live.Heartbeat;
import io.cloudpulse.pipelines.live.Watched;
import io.cloudpulse.pipelines.live.Watchers;
import io.cloudpulse.pipelines.source.SourceWork;
import io.cloudpulse.transforms.postgres.KeptPosition;
import io.cloudpulse.transforms.postgres.PostgresLedger;
import io.cloudpulse.transforms.postgres.RunStart;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs a prepared move to its end and tells what it came to. */
public final class MoveRun {
  static final String DONE = "done";

  private static final String STOPPED = "The run was stopped. The same command goes on with it.";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Move move;
  private final String plan;
  private final Watchers watchers;
  private final Runnable work;

  /**
   * A run of a move.
   *
   * @param plan hash of the plan that was asked for; empty if none was
   */
  public MoveRun(Move move, String plan, Watchers watchers) {
    this(move, plan, watchers, move::runToEnd);
  }

  /**
   * The same by other means than one graph.
   *
   * @param work what is done between start and report, while the job is locked and watched
   */
  public MoveRun(Move move, String plan, Watchers watchers, Runnable work) {
    this.move = move;
    this.plan = plan;
    this.watchers = watchers;
    this.work = work;
  }

  /**
   * Runs it and waits for the end.
   *
   * @throws StoppedException if the runner cannot do it: nothing is written then; or if it fails:
   *     the sinks are consistent, and a new run goes on
   */
  @SuppressWarnings("try") // The lock is held, not used.
  public RunReport run() {
    long began = System.nanoTime();
    move.preflight().stopIfRefused();
    move.prepareSinks();
    try (JobLock alone = JobLock.of(move.ledger(), move.run());
        PostgresLedger ledger = PostgresLedger.in(move.ledger())) {
      move.cluster().ifPresent(jobs -> jobs.checkNone(move.options().getJobName()));
      try (SourceWork work = move.work()) {
        work.prepare();
        ledger.start(start(move, plan));
        runWatched(ledger);
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
      RunReport report = new ReportWriter(move, elapsed).of(ledger.totals(move.run()));
      ledger.finish(move.run(), state(report), json(report), position(report));
      return report;
    } catch (SQLException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }

  /** A run that did not end well leaves the next one to take all that it took. */
  private Optional<KeptPosition> position(RunReport report) {
    return move.work().position().filter(unused -> state(report).equals(DONE));
  }

  private static String state(RunReport report) {
    return switch (report.exitCode()) {
      case ExitCode.DONE -> DONE;
      case ExitCode.TOO_MANY_REFUSED -> "too many refused";
      default -> "unbalanced";
    };
  }

  static RunStart start(Move move, String plan) {
    MoveSettings settings = move.settings();
    String sinks =
        settings.sinks().stream().map(SinkAddress::place).collect(Collectors.joining(","));
    return new RunStart(
        move.run(),
        settings.dataset().name(),
        settings.source().written(),
        sinks,
        settings.runner().name(),
        settings.mode(),
        plan);
  }

  @SuppressWarnings("try") // Heartbeat and hook are held, not used.
  private void runWatched(PostgresLedger ledger) {
    Heartbeat heartbeat = Heartbeat.of(watched(), watchers, Clock.systemUTC());
    try (heartbeat;
        StopHook hook = StopHook.before(heartbeat::stop)) {
      work.run();
      move.complete();
      move.work().ended(true);
    } catch (RuntimeException failure) {
      giveUp(failure);
      if (!heartbeat.isStopping()) {
        writeDownFailure(ledger, failure);
      }
      String told = heartbeat.isStopping() ? STOPPED : RunFailure.message(failure);
      throw StoppedException.because(ExitCode.FAILED, told, failure);
    }
  }

  /** What the source is owed is less than why the run failed. */
  private void giveUp(RuntimeException failure) {
    try {
      move.work().ended(false);
    } catch (RuntimeException unreachable) {
      failure.addSuppressed(unreachable);
    }
  }

  private Watched watched() {
    MoveSettings settings = move.settings();
    return new Watched(
        move.run(),
        settings.dataset().name(),
        settings.stream().isPresent(),
        move.ledger(),
        move.work().positions());
  }

  /** The database may be what failed: then its own failure must not hide the run's. */
  private void writeDownFailure(PostgresLedger ledger, RuntimeException failure) {
    try {
      ledger.fail(move.run(), RunFailure.cause(failure));
    } catch (SQLException unreachable) {
      failure.addSuppressed(unreachable);
    }
  }

  private static String json(RunReport report) {
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is always JSON", e);
    }
  }
}
