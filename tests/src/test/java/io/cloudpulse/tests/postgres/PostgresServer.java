package io.cloudpulse.tests.postgres;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.RunningPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all test classes that ask for it, gone when the last of them is done. */
public final class PostgresServer implements BeforeAllCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(PostgresServer.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getRoot().getStore(OURS).getOrComputeIfAbsent(Started.class, unused -> start());
  }

  private static Started start() {
    try {
      Path home = Files.createTempDirectory("pulse-postgres");
      LocalPostgres postgres = LocalPostgres.in(home);
      Started started = new Started(postgres, postgres.start());
      TestDatabase.use(started.running());
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private record Started(LocalPostgres postgres, RunningPostgres running)
      implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      postgres.wipe();
    }
  }
}
