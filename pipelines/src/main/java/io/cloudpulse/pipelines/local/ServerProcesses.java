package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes that work in a data folder: a server's, or those that a killed one left. PostgreSQL
 * makes the data folder each of its processes' current folder, so the kernel knows, also where the
 * pid file is stale and its pid has gone to a stranger.
 */
final class ServerProcesses {
  private static final int TURN_MILLIS = 100;
  private static final int TURNS = 300;

  private ServerProcesses() {}

  static List<ProcessHandle> of(Path data) {
    return ProcessHandle.allProcesses().filter(process -> worksIn(data, process.pid())).toList();
  }

  static boolean worksIn(Path data, long pid) {
    try {
      Path process = Path.of("/proc/" + pid);
      // A user's shell may stand in the data folder too.
      return Files.isSameFile(process.resolve("cwd"), data)
          && Files.readSymbolicLink(process.resolve("exe")).endsWith("bin/postgres");
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  /**
   * A killed server's backends hold its shared memory until they notice; no start before that. The
   * postmaster itself may still be about to end: it has lost its folder then, but not its pid.
   */
  static void awaitGone(Path data, Optional<PostmasterPid> postmaster) {
    Stream<ProcessHandle> ending =
        postmaster.map(PostmasterPid::pid).filter(ServerProcesses::isEnding).stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream());
    Stream.concat(of(data).stream(), ending).forEach(process -> awaitGone(data, process));
  }

  private static void awaitGone(Path data, ProcessHandle process) {
    // In turns: nobody may ever collect it (a container without an init), and then it stays a
    // zombie.
    for (int turn = 0; turn < TURNS && holdsResources(process); turn++) {
      var unused =
          process.onExit().completeOnTimeout(process, TURN_MILLIS, TimeUnit.MILLISECONDS).join();
    }
    if (holdsResources(process)) {
      throw new LocalServiceException(
          "PostgreSQL in %s is neither ready nor gone after %d s: process %d. Type: pulse down"
              .formatted(data, TURNS * TURN_MILLIS / 1000, process.pid()));
    }
  }

  /** Its folder is gone (which is not the same as being a stranger's), its name is still there. */
  private static boolean isEnding(long pid) {
    Path process = Path.of("/proc/" + pid);
    try {
      var unused = Files.readSymbolicLink(process.resolve("cwd"));
      return false;
    } catch (NoSuchFileException folderGone) {
      return read(process.resolve("comm")).strip().equals("postgres");
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static boolean holdsResources(ProcessHandle process) {
    // The state follows the name, which stands in parentheses and may hold any character.
    String state = read(Path.of("/proc/" + process.pid() + "/stat"));
    return process.isAlive() && !state.contains(") Z ");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }
}
