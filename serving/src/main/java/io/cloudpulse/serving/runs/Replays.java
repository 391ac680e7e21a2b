package io.cloudpulse.serving.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.Changes;
import io.cloudpulse.serving.store.Launcher;
import io.cloudpulse.serving.store.Stores;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sends letters again, one at a time: each is a process of its own. What became of each is
 * remembered as long as the server lives; that a letter is closed stands in the letter.
 */
final class Replays {
  private static final int MOST_WAITING = 100;
  private static final int MOST_REMEMBERED = 1_000;

  private final Letters letters;
  private final Optional<Launcher> launcher;
  private final Changes changes;
  private final Clock clock = Clock.systemUTC();
  private final ExecutorService turns =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Replays::daemon);
  private final Map<String, Replay> known = new LinkedHashMap<>();

  Replays(Letters letters, Stores stores) {
    this.letters = letters;
    this.launcher = stores.launcher();
    this.changes = stores.changes();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pulse-replays");
    thread.setDaemon(true);
    return thread;
  }

  /** How the last replay of a letter goes, or went; empty if there was none. */
  synchronized Optional<Replay> of(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /**
   * Puts a letter last in the queue, unless it is in it.
   *
   * @throws Problem if there is no such letter, or it cannot be sent again
   */
  Replay ask(String id) {
    JsonNode letter = letters.shown(id);
    Launcher with = launcher.orElseThrow(Replays::noLauncher);
    check(letter);
    String sinks = letters.sinks(id).orElseThrow(() -> unknownRun(letter));
    return enqueue(new ReplayCommand(with, id, letter.path("dataset").asText(), sinks));
  }

  private synchronized Replay enqueue(ReplayCommand command) {
    Replay before = known.get(command.id());
    if (before != null && !before.state().isOver()) {
      return before;
    }
    Replay waiting = Replay.open(Replay.State.WAITING, clock.instant());
    try {
      turns.execute(() -> run(command));
    } catch (RejectedExecutionException full) {
      throw Problem.of(
          503,
          "Too many replays wait",
          "%d letters wait already. Try again later, or type: ./pulse dead-letters replay"
              .formatted(MOST_WAITING));
    }
    remember(command.id(), waiting);
    return waiting;
  }

  private void run(ReplayCommand command) {
    remember(command.id(), Replay.open(Replay.State.RUNNING, clock.instant()));
    remember(command.id(), command.run(clock));
    changes.seen();
  }

  private synchronized void remember(String id, Replay replay) {
    known.remove(id);
    known.put(id, replay);
    if (known.size() > MOST_REMEMBERED) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private static void check(JsonNode letter) {
    String state = letter.path("state").asText();
    if (!state.equals("open")) {
      throw Problem.of(409, "The letter is closed", "It was %s already.".formatted(state));
    }
    if (letter.path("step").asText().equals("windows")) {
      throw Problem.of(
          409,
          "There is nothing to send again",
          "The record is stored; it came too late for its windows. To count it, compute the"
              + " windows anew with a higher --generation.");
    }
  }

  private static Problem noLauncher() {
    return Problem.of(
        503,
        "Nothing can be sent again from here",
        "The server was started without its launcher: start it by ./pulse serve, or with"
            + " --launcher=PATH of the script pulse.");
  }

  private static Problem unknownRun(JsonNode letter) {
    return Problem.of(
        409,
        "It is not known where the record goes",
        "The run %s that left it is not in this database. Type: ./pulse dead-letters replay %s --sink=..."
            .formatted(letter.path("run").asText(), letter.path("id").asText()));
  }
}
