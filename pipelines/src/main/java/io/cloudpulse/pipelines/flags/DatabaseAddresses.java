package io.cloudpulse.pipelines.flags;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.PulseHome;
import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.Optional;

/**
 * Reads the addresses of databases; {@code postgres} alone means the server of {@code pulse up}.
 */
public final class DatabaseAddresses {
  private static final String JDBC = "jdbc:postgresql:";
  private static final String LOCAL = "postgres";
  private static final String NOT_RUNNING = SinkAddresses.NOT_RUNNING.formatted("PostgreSQL");
  private static final PostgresAddress NOWHERE =
      PostgresAddress.parse("jdbc:postgresql://localhost/pulse");

  private DatabaseAddresses() {}

  static boolean isOne(String text) {
    return text.equals(LOCAL) || text.startsWith(JDBC);
  }

  /** Reads an address; one that is none becomes a problem, and is empty. */
  public static Optional<DatabaseAddress> read(String flag, String text, Problems problems) {
    if (text.equals(LOCAL)) {
      return Optional.of(localDatabase());
    }
    if (!text.startsWith(JDBC)) {
      problems.flag(flag, text, "postgres or jdbc:postgresql://host:port/database", LOCAL);
      return Optional.empty();
    }
    try {
      return Optional.of(new DatabaseAddress(text, PostgresAddress.parse(text), Optional.empty()));
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
  static DatabaseAddress localDatabase() {
    Optional<PostgresAddress> running = running();
    return new DatabaseAddress(
        LOCAL,
        running.orElse(NOWHERE),
        running.isPresent() ? Optional.empty() : Optional.of(NOT_RUNNING));
  }

  private static Optional<PostgresAddress> running() {
    return LocalPostgres.in(PulseHome.folder()).running().map(DatabaseAddresses::address);
  }

  /** Of a server that runs here. */
  public static PostgresAddress address(RunningPostgres running) {
    return PostgresAddress.parse(
        running.jdbcUrl()
            + "?user="
            + running.user()
            + "&password=secret://file"
            + running.passwordFile().toAbsolutePath());
  }
}
