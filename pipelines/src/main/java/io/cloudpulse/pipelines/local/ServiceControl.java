package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** Start, stop and wipe, the same for every server: one at a time, whatever was there before. */
record ServiceControl<R extends RunningService>(
    ServiceHome home, ServicePort port, Server<R> server) {
  private static final int BIND_ATTEMPTS = 3;

  R start() {
    return HomeLock.holding(
        home.lock(),
        () -> {
          Optional<R> running = server.running();
          return running.isPresent() ? port.checked(running.get()) : startStopped();
        });
  }

  Optional<R> running() {
    try {
      return server.running();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void stop() {
    HomeLock.holding(home.lock(), server::end);
  }

  void wipe() {
    HomeLock.holding(
        home.lock(),
        () -> {
          server.end();
          Folder.delete(home.service());
        });
  }

  private R startStopped() throws IOException {
    server.prepare();
    for (int attempt = 1; ; attempt++) {
      int chosen = port.choose(home.port());
      try {
        home.keepLastLog();
        R running = server.launch(chosen);
        Files.writeString(home.port(), chosen + "\n");
        return running;
      } catch (LocalServiceException failure) {
        ServerLog log = ServerLog.of(home.log());
        // Between our look and the server's bind somebody may take the port.
        if (!log.saysPortTaken() || port.demanded().isPresent() || attempt == BIND_ATTEMPTS) {
          throw log.explain(port.product() + " did not start on port " + chosen, failure);
        }
      }
    }
  }
}
