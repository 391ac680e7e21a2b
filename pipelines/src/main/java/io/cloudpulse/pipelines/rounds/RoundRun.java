package io.cloudpulse.pipelines.rounds;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.move.Move;
import io.cloudpulse.pipelines.source.RoundSource;
import io.cloudpulse.transforms.Round;
import io.cloudpulse.transforms.RoundBook;
import io.cloudpulse.transforms.postgres.KeptRounds;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Runs a stream's rounds, each as a graph of its own. */
public final class RoundRun implements Runnable {
  private final Move move;
  private final RoundSource topic;
  private final KeptRunner runner;

  /** A run of a move whose settings ask for rounds. */
  public RoundRun(Move move) {
    this.move = move;
    this.topic = (RoundSource) move.work();
    this.runner = KeptRunner.of(move.settings().runner().name());
  }

  /**
   * Returns when all is read that was to be read.
   *
   * @throws StoppedException if the ledger fails; what a round or the topic fails with goes on as
   *     it is, once it has failed several times
   */
  @Override
  public void run() {
    MoveSettings settings = move.settings();
    RoundRules rules =
        new RoundRules(
            settings.rounds().orElseThrow().size(),
            Optional.of(topic.ends()).filter(unused -> topic.stream().untilEnd()),
            settings.windows().isPresent());
    Pauses pauses = Pauses.of(settings.rounds().orElseThrow().pause());
    try (RoundBook book = KeptRounds.in(move.ledger(), move.run());
        runner) {
      new RoundLoop(topic.asRounds(), book, this::runOne, rules, pauses).run();
    } catch (SQLException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }

  private void runOne(Round round, Optional<Map<Integer, Long>> began) {
    topic.number().set(round.number());
    MoveSettings settings = began.isPresent() ? move.settings() : move.settings().withoutWindows();
    runOne(Move.of(settings, move.run(), topic.round(round, began.orElse(Map.of()))));
  }

  private void runOne(Move round) {
    runner.lend(round.options());
    try {
      round.runToEnd();
    } catch (RuntimeException failure) {
      // It may be why, and what is left of the round must not go on in it.
      runner.close();
      throw failure;
    }
  }
}
