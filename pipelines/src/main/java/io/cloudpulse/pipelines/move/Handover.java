package io.cloudpulse.pipelines.move;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.live.Watchers;
import io.cloudpulse.transforms.postgres.PostgresLedger;
import java.sql.SQLException;
import java.util.Optional;

/**
 * History as a batch, then the stream. Where the stream will begin is written down before history
 * is read, so that nothing falls between them; what both have, the sinks take once. Can be killed
 * and started again anywhere, on any runner: a load that ended is not repeated, one that did not is
 * begun again, which changes no row that is stored.
 */
public final class Handover {
  private final Move live;
  private final MoveSettings history;

  /**
   * A handover.
   *
   * @param live the stream, whose settings have a history
   */
  public Handover(Move live) {
    this.live = live;
    this.history = live.settings().history().orElseThrow();
  }

  /** Id of the run that loads history. */
  public String run() {
    return live.run() + ".backfill";
  }

  /**
   * Loads what is left of history.
   *
   * @param watchers of the load
   * @return its report; empty if it was loaded before
   * @throws StoppedException if it fails
   */
  public Optional<RunReport> load(Watchers watchers) {
    live.preflight().stopIfRefused();
    live.prepareSinks();
    live.work().prepare();
    return isDone(run())
        ? Optional.empty()
        : Optional.of(new MoveRun(loading(), "", watchers).run());
  }

  private Move loading() {
    return Move.prepare(history, run()).forcing(live.forced());
  }

  private boolean isDone(String run) {
    try (PostgresLedger ledger = PostgresLedger.in(live.ledger())) {
      return ledger.state(run).filter(MoveRun.DONE::equals).isPresent();
    } catch (SQLException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }
}
