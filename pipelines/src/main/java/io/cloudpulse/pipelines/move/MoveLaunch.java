package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.postgres.PostgresLedger;
import java.lang.reflect.InvocationTargetException;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.beam.sdk.PipelineResult;

/** Hands a prepared move to a runner whose jobs go on by themselves. */
public final class MoveLaunch {
  private final Move move;
  private final String plan;

  /**
   * A launch of a move.
   *
   * @param plan hash of the plan that was asked for; empty if none was
   */
  public MoveLaunch(Move move, String plan) {
    this.move = move;
    this.plan = plan;
  }

  /**
   * Makes the sinks ready and starts the job; comes back as soon as the runner has it.
   *
   * @throws StoppedException if the runner did not take it
   */
  @SuppressWarnings("try") // The lock is held, not used.
  public Launched launch() {
    move.prepareSinks();
    try (JobLock alone = JobLock.of(move.ledger(), move.run());
        PostgresLedger ledger = PostgresLedger.in(move.ledger())) {
      if (!isUpdate()) { // A job that goes on as another keeps its own positions.
        move.work().prepare();
        ledger.start(MoveRun.start(move, plan));
      }
      return started(ledger);
    } catch (SQLException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }

  private Launched started(PostgresLedger ledger) throws SQLException {
    try {
      return launched(move.pipeline().run());
    } catch (RuntimeException refused) {
      if (!isUpdate()) {
        ledger.fail(move.run(), RunFailure.cause(refused));
      }
      throw StoppedException.because(
          ExitCode.FAILED,
          "The job was not started: " + RunFailure.cause(refused) + "\nNothing was written.",
          refused);
    }
  }

  private boolean isUpdate() {
    return flag("update").filter("true"::equals).isPresent();
  }

  private Launched launched(PipelineResult job) {
    Optional<String> template = flag("templateLocation");
    return new Launched(
        move.run(),
        template.isPresent() ? "" : id(job),
        move.options().getJobName(),
        flag("project").orElse(""),
        flag("region").orElse(""),
        move.settings().stream().isPresent(),
        move.settings().ledger().place(),
        template);
  }

  private Optional<String> flag(String name) {
    String start = "--" + name + "=";
    return move.settings().runnerArgs().stream()
        .filter(flag -> flag.startsWith(start))
        .map(flag -> flag.substring(start.length()))
        .reduce((first, last) -> last);
  }

  /** Beam knows no ids of jobs, and we no runner; those whose jobs have one say it so. */
  private static String id(PipelineResult job) {
    try {
      return String.valueOf(job.getClass().getMethod("getJobId").invoke(job));
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException unknown) {
      return "unknown";
    }
  }
}
