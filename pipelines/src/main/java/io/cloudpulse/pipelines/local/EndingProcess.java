package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that was told to end, or was killed. */
record EndingProcess(ProcessHandle handle) {
  static final int SECONDS = 30;
  private static final int TURN_MILLIS = 100;

  /** Returns false if it still holds its files and ports after {@link #SECONDS}. */
  boolean awaitEnd() {
    // In turns: nobody may ever collect it (a container without an init), and then it stays a
    // zombie.
    for (int turn = 0; turn < SECONDS * 1000 / TURN_MILLIS && holdsResources(); turn++) {
      var unused =
          handle.onExit().completeOnTimeout(handle, TURN_MILLIS, TimeUnit.MILLISECONDS).join();
    }
    return !holdsResources();
  }

  /** A zombie whose other threads are still ending is not done. */
  private boolean holdsResources() {
    Path process = Path.of("/proc/" + handle.pid());
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      // The state follows the name, which stands in parentheses and may hold any character.
      boolean zombie = Files.readString(process.resolve("stat")).contains(") Z ");
      return handle.isAlive() && (!zombie || threads.count() > 1);
    } catch (IOException gone) {
      return false;
    }
  }
}
