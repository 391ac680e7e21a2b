package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a server runs as. PostgreSQL and Elasticsearch refuse to run as root, so root, and only
 * root, steps down: in a user namespace, where it is nobody but its files stay its own; or, where a
 * container forbids namespaces or the server cannot live in one, as the real nobody, who then has
 * to own the files.
 */
enum ServerUser {
  CALLER(""),
  NAMESPACED_ROOT("unshare --user "),
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups "),
  /**
   * Nobody who passes folders that are closed to others, as a project in root's own home lies in.
   * Without the secure bit the kernel grants the passing, but denies it to whoever asks beforehand.
   */
  PASSING_NOBODY(
      NOBODY.prefix
          + "--inh-caps=+dac_override --ambient-caps=+dac_override --securebits=+no_setuid_fixup ");

  private static final Pattern SPACES = Pattern.compile(" ");
  private static final int NOBODYS_ID = 65534;

  private final String prefix;

  ServerUser(String prefix) {
    this.prefix = prefix;
  }

  static ServerUser here() throws IOException {
    if (!callerIsRoot()) {
      return CALLER;
    }
    return NAMESPACED_ROOT.works(List.of("true")) ? NAMESPACED_ROOT : NOBODY;
  }

  /**
   * For a server that can live in no namespace.
   *
   * @param folder all that it writes to, which becomes its own
   * @param programs what it must be able to run
   * @throws LocalServiceException if it cannot get there
   */
  static ServerUser otherThanRoot(Path folder, Path... programs) throws IOException {
    if (!callerIsRoot()) {
      return CALLER;
    }
    NOBODY.own(folder);
    List<Path> all = Stream.concat(Stream.of(folder), Stream.of(programs)).toList();
    return Stream.of(NOBODY, PASSING_NOBODY)
        .filter(user -> all.stream().allMatch(user::reaches))
        .findFirst()
        .orElseThrow(() -> unreachable(all));
  }

  private static LocalServiceException unreachable(List<Path> paths) {
    return new LocalServiceException(
        "Elasticsearch refuses to run as root, and the user nobody, as whom root starts it, reaches not all of "
            + paths
            + ". Start it as another user, or name a folder that all can enter: pulse up --home=/var/tmp/pulse");
  }

  private static boolean callerIsRoot() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }

  List<String> running(List<String> command) {
    return Stream.concat(SPACES.splitAsStream(prefix).filter(w -> !w.isEmpty()), command.stream())
        .toList();
  }

  /** Gives the user a folder, with all in it, to write to. */
  void own(Path folder) throws IOException {
    if (this != NOBODY && this != PASSING_NOBODY) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Files.setAttribute(entry, "unix:uid", NOBODYS_ID);
      }
    }
  }

  private boolean reaches(Path path) {
    return works(List.of("test", "-x", path.toString()));
  }

  private boolean works(List<String> command) {
    try {
      String unused = Program.of(running(command)).run();
      return true;
    } catch (LocalServiceException | IOException forbidden) {
      return false;
    }
  }
}
