package io.cloudpulse.tests.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.LocalService;
import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.pipelines.local.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT extends LocalServiceContract {
  /** One copy of the programs for all homes: unpacking is the slow part. */
  @TempDir static Path programs;

  @Override
  LocalPostgres in(Path folder) {
    return LocalPostgres.in(folder)
        .withProgramsIn(programs)
        .withSettings(Map.of("work_mem", "12MB"));
  }

  @Override
  LocalService brokenIn(Path folder) {
    return in(folder).withSettings(Map.of("shared_buffers", "a lot"));
  }

  @Override
  String complaint() {
    return "invalid value for parameter \"shared_buffers\": \"a lot\"";
  }

  @Override
  Path pidFile(Path folder) {
    return folder.resolve("postgres/data/postmaster.pid");
  }

  @Override
  void write(RunningService server) throws SQLException {
    execute(server, "create table if not exists kept as select 42 as answer");
  }

  @Override
  boolean holdsWhatWasWritten(RunningService server) throws SQLException {
    return query(server, "select to_regclass('kept') is not null").equals("t");
  }

  @Test
  void runsWithOurSettings() throws SQLException {
    RunningPostgres server = in(home).start();

    assertThat(query(server, "show fsync")).isEqualTo("on");
    assertThat(query(server, "show server_version")).isEqualTo("17.11");
    // Asked of the file: JDBC sets its own time zone for each session.
    assertThat(query(server, "select setting from pg_file_settings where name = 'timezone'"))
        .isEqualTo("UTC");
    assertThat(query(server, "show server_encoding")).isEqualTo("UTF8");
    assertThat(query(server, "show work_mem")).isEqualTo("12MB");
  }

  @Test
  void keepsThePasswordFromOtherUsers() throws IOException {
    RunningPostgres running = in(home).start();

    for (Path secret : new Path[] {running.passwordFile(), running.passfile()}) {
      assertThat(Files.getPosixFilePermissions(secret))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThatThrownBy(
            () -> DriverManager.getConnection(running.jdbcUrl(), running.user(), "wrong").close())
        .hasMessageContaining("password authentication failed");
  }

  private static void execute(RunningService server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }

  private static String query(RunningService server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(RunningService running) throws SQLException {
    RunningPostgres server = RunningPostgres.class.cast(running);
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }
}
