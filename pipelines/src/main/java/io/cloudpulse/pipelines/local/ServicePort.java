package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which port a start takes: the one demanded; else the last one, the usual one or any, whichever is
 * free.
 *
 * @param product such as {@code PostgreSQL}
 * @param usual the port where everybody looks for it
 */
record ServicePort(String product, int usual, OptionalInt demanded) {
  static ServicePort of(String product, int usual) {
    return new ServicePort(product, usual, OptionalInt.empty());
  }

  ServicePort demanding(int port) {
    return new ServicePort(product, usual, OptionalInt.of(port));
  }

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
  <R extends RunningService> R checked(R running) {
    if (demanded.isPresent() && demanded.getAsInt() != running.port()) {
      throw new LocalServiceException(
          "%s already runs on port %d, not %d. To move it: pulse down, then pulse up with --port=%d"
              .formatted(product, running.port(), demanded.getAsInt(), demanded.getAsInt()));
    }
    return running;
  }

  private List<Integer> wishes(Path lastUsed) throws IOException {
    List<Integer> ports = new ArrayList<>();
    NumberFile.read(lastUsed).ifPresent(ports::add);
    ports.add(usual);
    return ports;
  }
}
