package io.cloudpulse.pipelines.flags;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.PulseHome;
import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.Optional;

/** Reads the addresses of sinks; {@code postgres} alone means the server of {@code pulse up}. */
public final class SinkAddresses {
  private static final String JDBC = "jdbc:postgresql:";

  private static final String NOT_RUNNING =
      "The local PostgreSQL is not running. Start it with: ./pulse up";
  private static final PostgresAddress NOWHERE =
      PostgresAddress.parse("jdbc:postgresql://localhost/pulse");

  private SinkAddresses() {}

  public static Optional<SinkAddress> read(String flag, String text, Problems problems) {
    if (text.equals("postgres")) {
      return Optional.of(localSink());
    }
    if (!text.startsWith(JDBC)) {
      problems.flag(flag, text, "postgres or jdbc:postgresql://host:port/database", "postgres");
      return Optional.empty();
    }
    try {
      PostgresAddress database = PostgresAddress.parse(text);
      return Optional.of(new SinkAddress("postgres", text, database, Optional.empty()));
    } catch (IllegalArgumentException wrong) {
      problems.add("--" + flag + ": " + wrong.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The local server's address.
   *
   * @throws StoppedException if it is not running: that is no wrong flag, but a failed run
   */
  public static PostgresAddress local() {
    return running().orElseThrow(() -> StoppedException.because(ExitCode.FAILED, NOT_RUNNING));
  }

  /** A plan can be made while the server is down; {@link #NOWHERE} is never connected to then. */
  private static SinkAddress localSink() {
    Optional<PostgresAddress> running = running();
    return new SinkAddress(
        "postgres",
        "postgres",
        running.orElse(NOWHERE),
        running.isPresent() ? Optional.empty() : Optional.of(NOT_RUNNING));
  }

  private static Optional<PostgresAddress> running() {
    return LocalPostgres.in(PulseHome.folder()).running().map(SinkAddresses::address);
  }

  private static PostgresAddress address(RunningPostgres running) {
    return PostgresAddress.parse(
        running.jdbcUrl()
            + "?user="
            + running.user()
            + "&password=secret://file"
            + running.passwordFile().toAbsolutePath());
  }
}
