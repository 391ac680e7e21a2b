package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A real PostgreSQL on this machine, without Docker or root. Its data outlives it, and a kill; it
 * outlives the JVM that started it. Any number run side by side, one per home folder.
 */
public final class LocalPostgres implements LocalService {
  private static final int BIND_ATTEMPTS = 3;

  private final PostgresHome home;
  private final Path programs;
  private final PostgresPort port;
  private final PostgresSettings settings;

  private LocalPostgres(
      PostgresHome home, Path programs, PostgresPort port, PostgresSettings settings) {
    this.home = home;
    this.programs = programs;
    this.port = port;
    this.settings = settings;
  }

  /** Takes port 5432, or a free one if that is taken; keeps it from then on while it is free. */
  public static LocalPostgres in(Path home) {
    PostgresHome files = PostgresHome.in(home);
    return new LocalPostgres(
        files,
        files.programs(),
        new PostgresPort(OptionalInt.empty()),
        PostgresSettings.with(Map.of()));
  }

  /** Demands a port: a start fails if it is taken. */
  public LocalPostgres onPort(int wanted) {
    return new LocalPostgres(home, programs, new PostgresPort(OptionalInt.of(wanted)), settings);
  }

  /** Server settings of the next start, such as {@code shared_buffers}, over the defaults. */
  public LocalPostgres withSettings(Map<String, String> wanted) {
    return new LocalPostgres(home, programs, port, PostgresSettings.with(wanted));
  }

  /** Where the programs are unpacked, so that many homes can share one copy. */
  public LocalPostgres withProgramsIn(Path folder) {
    return new LocalPostgres(home, folder.toAbsolutePath().normalize(), port, settings);
  }

  @Override
  public String name() {
    return "postgres";
  }

  /**
   * {@inheritDoc} Settings of this object do not change a server that already runs.
   *
   * @throws LocalServiceException if it cannot start, with the last lines of its log
   */
  @Override
  public RunningPostgres start() {
    return HomeLock.holding(
        home.lock(),
        () -> {
          Optional<RunningPostgres> running = running();
          return running.isPresent() ? port.checked(running.get()) : startStopped();
        });
  }

  @Override
  public Optional<RunningPostgres> running() {
    try {
      return PostmasterPid.read(home.postmasterPid())
          .filter(server -> server.ready(home.data()))
          .map(server -> describe(server.port()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void stop() {
    boolean unused = HomeLock.holding(home.lock(), this::stopIfAlive);
  }

  /** {@inheritDoc} The unpacked programs stay. */
  @Override
  public void wipe() {
    boolean unused =
        HomeLock.holding(
            home.lock(),
            () -> {
              boolean stopped = stopIfAlive();
              Folder.delete(home.service());
              return stopped;
            });
  }

  private boolean stopIfAlive() throws IOException {
    Optional<PostmasterPid> server =
        PostmasterPid.read(home.postmasterPid())
            .filter(written -> ServerProcesses.worksIn(home.data(), written.pid()));
    if (server.isPresent()) {
      cluster().stop();
    }
    awaitGone();
    return server.isPresent();
  }

  private RunningPostgres startStopped() throws IOException {
    PostgresCluster cluster = cluster();
    cluster.createIfMissing();
    awaitGone();
    for (int attempt = 1; ; attempt++) {
      int chosen = port.choose(home.port());
      try {
        cluster.start(settings, chosen);
        Files.writeString(home.port(), chosen + "\n");
        return describe(chosen);
      } catch (LocalServiceException failure) {
        ServerLog log = ServerLog.of(home.log());
        // Between our look and the server's bind somebody may take the port.
        if (!log.saysPortTaken() || port.demanded().isPresent() || attempt == BIND_ATTEMPTS) {
          throw log.explain("PostgreSQL did not start on port " + chosen, failure);
        }
      }
    }
  }

  /** Then no server has the data, and the pid file lies: PostgreSQL would believe its pid. */
  private void awaitGone() throws IOException {
    ServerProcesses.awaitGone(home.data(), PostmasterPid.read(home.postmasterPid()));
    boolean unused = Files.deleteIfExists(home.postmasterPid());
  }

  private PostgresCluster cluster() throws IOException {
    return new PostgresCluster(home, PostgresPrograms.unpackedIn(programs), ServerUser.here());
  }

  private RunningPostgres describe(int usedPort) {
    try {
      String version = "PostgreSQL " + PostgresPrograms.bundledVersion();
      return new RunningPostgres(version, usedPort, home.data(), home.password(), home.passfile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
