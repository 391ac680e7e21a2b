package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the files of one service lie in a home folder. */
record ServiceHome(Path root, String name) {
  static ServiceHome in(Path home, String name) {
    return new ServiceHome(home.toAbsolutePath().normalize(), name);
  }

  /** Everything that a wipe deletes. */
  Path service() {
    return root.resolve(name);
  }

  Path data() {
    return service().resolve("data");
  }

  Path log() {
    return service().resolve("log");
  }

  /** The process of the last start; it may have ended since. */
  Path pid() {
    return service().resolve("pid");
  }

  /** The port of the last start, which the next one takes again if it is free. */
  Path port() {
    return service().resolve("port");
  }

  /** Outside the service's folder: a wipe holds it while it deletes that. */
  Path lock() {
    return root.resolve(name + ".lock");
  }

  /** Outside too: a wipe keeps the programs. */
  Path programs() {
    return root.resolve("programs");
  }

  /**
   * So that the log, if this start fails, tells of this start; a crash before it stays on record.
   */
  void keepLastLog() throws IOException {
    if (Files.exists(log())) {
      Path unused =
          Files.move(log(), service().resolve("log.last"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
