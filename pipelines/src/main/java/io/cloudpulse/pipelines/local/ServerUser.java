package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a server runs as. PostgreSQL refuses to run as root, so root, and only root, steps down: in
 * a user namespace, where it is nobody but its files stay its own; or, where a container forbids
 * namespaces, as the real nobody, who then has to own the files.
 */
enum ServerUser {
  CALLER(""),
  NAMESPACED_ROOT("unshare --user "),
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups ");

  private static final Pattern SPACES = Pattern.compile(" ");
  private static final int NOBODYS_ID = 65534;

  private final String prefix;

  ServerUser(String prefix) {
    this.prefix = prefix;
  }

  static ServerUser here() throws IOException {
    if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      return CALLER;
    }
    return NAMESPACED_ROOT.works() ? NAMESPACED_ROOT : NOBODY;
  }

  List<String> running(List<String> command) {
    return Stream.concat(SPACES.splitAsStream(prefix).filter(w -> !w.isEmpty()), command.stream())
        .toList();
  }

  /** Gives the user a folder, with all in it, to write to. */
  void own(Path folder) throws IOException {
    if (this != NOBODY) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Files.setAttribute(entry, "unix:uid", NOBODYS_ID);
      }
    }
  }

  private boolean works() throws IOException {
    try {
      String unused = Program.of(running(List.of("true"))).run();
      return true;
    } catch (LocalServiceException forbidden) {
      return false;
    }
  }
}
