package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The processes of a service: its server's, or those that a killed one left.
 *
 * @param program the name of what they run
 */
record ServerProcesses(ServiceHome home, String program, ProcessMark mark) {
  List<ProcessHandle> alive() {
    return ProcessHandle.allProcesses().filter(process -> include(process.pid())).toList();
  }

  boolean include(long pid) {
    try {
      return name(pid).equals(program) && mark.isOn(pid);
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  /**
   * A killed server's processes hold its files until they notice; no start before that. The server
   * itself may still be about to end: it has lost its marks then, but not its pid.
   *
   * @param last the pid of the last start
   */
  void awaitGone(OptionalInt last) {
    Stream<ProcessHandle> ending =
        last.stream().filter(this::isEnding).boxed().flatMap(pid -> ProcessHandle.of(pid).stream());
    Stream.concat(alive().stream(), ending).map(EndingProcess::new).forEach(this::awaitGone);
  }

  private void awaitGone(EndingProcess process) {
    if (!process.awaitEnd()) {
      throw new LocalServiceException(
          "The %s in %s is neither ready nor gone after %d s: process %d. Type: pulse down"
              .formatted(home.name(), home.data(), EndingProcess.SECONDS, process.handle().pid()));
    }
  }

  /** Its folder is gone (which is not the same as being a stranger's), its name is still there. */
  private boolean isEnding(int pid) {
    try {
      Path unused = Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd"));
      return false;
    } catch (NoSuchFileException folderGone) {
      return name(pid).equals(program);
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static String name(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/comm")).strip();
    } catch (IOException gone) {
      return "";
    }
  }
}
