package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes that work in a data folder: a server's, or those that a killed one left. PostgreSQL
 * makes the data folder each of its processes' current folder, so the kernel knows, also where the
 * pid file is stale and its pid has gone to a stranger.
 */
final class ServerProcesses {
  private static final int SECONDS_TO_GO = 30;

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

  /** A killed server's backends hold its shared memory until they notice; no start before that. */
  static void awaitGone(Path data) {
    for (ProcessHandle process : of(data)) {
      try {
        var unused = process.onExit().get(SECONDS_TO_GO, TimeUnit.SECONDS);
      } catch (TimeoutException tooLong) {
        throw stillThere(data);
      } catch (ExecutionException | InterruptedException failure) {
        throw new LocalServiceException("Could not wait for the end of " + process, failure);
      }
    }
  }

  private static LocalServiceException stillThere(Path data) {
    List<Long> pids = of(data).stream().map(ProcessHandle::pid).toList();
    return new LocalServiceException(
        "PostgreSQL in %s is neither ready nor gone after %d s: processes %s. Type: pulse down"
            .formatted(data, SECONDS_TO_GO, pids));
  }
}
