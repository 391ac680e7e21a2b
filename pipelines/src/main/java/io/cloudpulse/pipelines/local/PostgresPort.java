package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which port a start takes: the one demanded; else the last one, 5432 or any, whichever is free.
 */
record PostgresPort(OptionalInt demanded) {
  private static final int USUAL = 5432;

  int choose(Path lastUsed) throws IOException {
    if (demanded.isEmpty()) {
      return LocalPort.firstFree(wishes(lastUsed));
    }
    int port = demanded.getAsInt();
    if (!LocalPort.isFree(port)) {
      throw new LocalServiceException(
          "Port %d is taken by another program. Name a free one (--port=%d), or none to get one"
              .formatted(port, LocalPort.firstFree(List.of())));
    }
    return port;
  }

  /** A server that already runs cannot be moved by starting it again. */
  RunningPostgres checked(RunningPostgres running) {
    if (demanded.isPresent() && demanded.getAsInt() != running.port()) {
      throw new LocalServiceException(
          "PostgreSQL already runs on port %d, not %d. To move it: pulse down, then pulse up --port=%d"
              .formatted(running.port(), demanded.getAsInt(), demanded.getAsInt()));
    }
    return running;
  }

  private static List<Integer> wishes(Path lastUsed) throws IOException {
    List<Integer> ports = new ArrayList<>();
    if (Files.exists(lastUsed)) {
      ports.add(Integer.valueOf(Files.readString(lastUsed).strip()));
    }
    ports.add(USUAL);
    return ports;
  }
}
