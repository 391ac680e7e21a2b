package io.cloudpulse.pipelines.replay;

import io.cloudpulse.pipelines.deadletters.KeptLetter;
import io.cloudpulse.pipelines.deadletters.LetterBox;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.live.Watchers;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.move.MoveRun;
import io.cloudpulse.pipelines.move.RunIds;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.pipelines.preflight.Forced;
import io.cloudpulse.pipelines.preflight.Preflight;
import java.time.Clock;
import java.util.List;

/**
 * Sends the dead letters of one dataset through the graph of a move, and closes those whose record
 * was not refused again.
 */
public final class Replay {
  private final MoveSettings settings;
  private final LetterBox box;
  private final List<KeptLetter> letters;
  private final Forced forced;

  /**
   * A replay.
   *
   * @param forced steps that are to run although the runner is said not to be able to
   */
  public Replay(MoveSettings settings, LetterBox box, List<KeptLetter> letters, Forced forced) {
    this.settings = settings;
    this.box = box;
    this.letters = List.copyOf(letters);
    this.forced = forced;
  }

  /** What the runner says of the graph. */
  public Preflight preflight() {
    return move("preflight").preflight();
  }

  /**
   * How it ended.
   *
   * @param replayed letters that are closed now
   * @param open letters that are not
   */
  public record Ended(RunReport report, int replayed, int open) {}

  /**
   * Runs it and waits for the end. Only a run whose report balances closes letters: its sinks have
   * the rows.
   *
   * @throws io.cloudpulse.pipelines.flags.StoppedException if it fails; all letters are as they
   *     were, but for attempts, and a new replay doubles nothing
   */
  public Ended run(Watchers watchers, Clock clock) {
    String run = RunIds.next(clock);
    RunReport report = new MoveRun(move(run), "", watchers).run();
    if (report.exitCode() == ExitCode.UNBALANCED) {
      return new Ended(report, 0, letters.size());
    }
    Landed landed = Landed.of(letters, box, run);
    if (!landed.letters().isEmpty()) {
      box.close(run, landed.closings(run, clock.instant()));
    }
    int closed = landed.letters().size();
    return new Ended(report, closed, letters.size() - closed);
  }

  private Move move(String run) {
    return Move.of(settings, run, new KeptLetters(settings, letters)).forcing(forced);
  }
}
