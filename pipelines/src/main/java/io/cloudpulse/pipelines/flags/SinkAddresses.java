package io.cloudpulse.pipelines.flags;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.PulseHome;
import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.Optional;

/** Reads the addresses of sinks; {@code postgres} alone means the server of {@code pulse up}. */
public final class SinkAddresses {
  private static final String JDBC = "jdbc:postgresql:";

  private SinkAddresses() {}

  public static Optional<SinkAddress> read(String flag, String text, Problems problems) {
    if (text.equals("postgres")) {
      return Optional.of(new SinkAddress("postgres", local()));
    }
    if (!text.startsWith(JDBC)) {
      problems.flag(flag, text, "postgres or jdbc:postgresql://host:port/database", "postgres");
      return Optional.empty();
    }
    try {
      return Optional.of(new SinkAddress("postgres", PostgresAddress.parse(text)));
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
    RunningPostgres running =
        LocalPostgres.in(PulseHome.folder())
            .running()
            .orElseThrow(
                () ->
                    StoppedException.because(
                        ExitCode.FAILED,
                        "The local PostgreSQL is not running. Start it with: ./pulse up"));
    return PostgresAddress.parse(
        running.jdbcUrl()
            + "?user="
            + running.user()
            + "&password=secret://file"
            + running.passwordFile().toAbsolutePath());
  }
}
