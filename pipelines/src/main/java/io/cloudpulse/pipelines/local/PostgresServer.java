package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** PostgreSQL as a {@link Server}. */
record PostgresServer(PostgresHome home, Path programs, PostgresSettings settings)
    implements Server<RunningPostgres> {
  @Override
  public Optional<RunningPostgres> running() throws IOException {
    Optional<PostmasterPid> server =
        postmaster().filter(written -> written.isReady() && processes().include(written.pid()));
    return server.isPresent() ? Optional.of(describe(server.get().port())) : Optional.empty();
  }

  @Override
  public void prepare() throws IOException {
    cluster().createIfMissing();
    awaitGone();
  }

  @Override
  public RunningPostgres launch(int port) throws IOException {
    cluster().start(settings, port);
    return describe(port);
  }

  @Override
  public void end() throws IOException {
    if (postmaster().filter(written -> processes().include(written.pid())).isPresent()) {
      cluster().stop();
    }
    awaitGone();
  }

  /** Then no server has the data, and the pid file lies: PostgreSQL would believe its pid. */
  private void awaitGone() throws IOException {
    processes()
        .awaitGone(
            postmaster().map(PostmasterPid::pid).map(OptionalInt::of).orElse(OptionalInt.empty()));
    boolean unused = Files.deleteIfExists(home.postmasterPid());
  }

  private Optional<PostmasterPid> postmaster() throws IOException {
    return PostmasterPid.read(home.postmasterPid());
  }

  /**
   * PostgreSQL makes the data folder each of its processes' current folder; a user's shell may
   * stand there too.
   */
  private ServerProcesses processes() {
    return new ServerProcesses(home.files(), "postgres", ProcessMark.worksIn(home.data()));
  }

  private PostgresCluster cluster() throws IOException {
    return new PostgresCluster(home, PostgresPrograms.unpackedIn(programs), ServerUser.here());
  }

  private RunningPostgres describe(int port) throws IOException {
    String version = "PostgreSQL " + ServiceVersion.of(LocalPostgres.NAME);
    return new RunningPostgres(version, port, home.data(), home.password(), home.passfile());
  }
}
