package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service in a folder of its own that all tests of a JVM share; gone after the last of them. */
record SharedService<R extends RunningService>(LocalService service, R running, Path home)
    implements ExtensionContext.Store.CloseableResource {
  static <R extends RunningService> SharedService<R> start(
      Function<Path, LocalService> in, Class<R> kind) {
    try {
      Path home = Files.createTempDirectory("pulse-tests");
      LocalService service = in.apply(home);
      return new SharedService<>(service, kind.cast(service.start()), home);
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
