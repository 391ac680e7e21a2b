package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A service in a folder of its own that all tests of a JVM share; gone after the last of them. */
record SharedService(LocalService service, RunningService running, Path home)
    implements AutoCloseable {
  /** The one of its kind, started now if this is the first test that wants it. */
  static <R extends RunningService> R of(Function<Path, LocalService> in, Class<R> kind) {
    return kind.cast(Shared.of(kind, SharedService.class, () -> start(in)).running());
  }

  /** Not on its usual port, which a test of that very service may want in another JVM. */
  private static SharedService start(Function<Path, LocalService> in) {
    try {
      Path home = Files.createTempDirectory("pulse-tests");
      LocalService service = in.apply(home).onPort(Loopback.freePort());
      return new SharedService(service, service.start(), home);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    service.wipe();
    Folders.delete(home);
  }
}
