package io.cloudpulse.tests.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.LocalServiceException;
import io.cloudpulse.pipelines.local.RunningPostgres;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
  /** One copy of the programs for all homes: unpacking is the slow part. */
  @TempDir static Path programs;

  @TempDir Path home;
  @TempDir Path otherHome;

  private LocalPostgres postgres;
  private LocalPostgres other;

  @BeforeEach
  void setUp() {
    postgres = LocalPostgres.in(home).withProgramsIn(programs);
    other = LocalPostgres.in(otherHome).withProgramsIn(programs);
  }

  @AfterEach
  void stopServers() {
    postgres.wipe();
    other.wipe();
  }

  @Test
  void keepsItsDataOverDownAndUp() throws SQLException {
    execute(postgres.start(), "create table kept as select 42 as answer");

    postgres.stop();
    assertThat(postgres.running()).isEmpty();

    assertThat(query(postgres.start(), "select answer from kept")).isEqualTo("42");
  }

  @Test
  void keepsItsDataOverAKillOfThePostmaster() throws Exception {
    execute(postgres.start(), "create table kept as select 42 as answer");

    kill(Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).get(0)));
    // The signal needs a moment. Not until the process is collected: a zombie must not matter.
    await().until(() -> postgres.running().isEmpty());

    assertThat(query(postgres.start(), "select answer from kept")).isEqualTo("42");
  }

  @Test
  void returnsTheServerThatAlreadyRuns() throws SQLException {
    RunningPostgres first = postgres.start();

    assertThat(postgres.start()).isEqualTo(first);
    assertThat(postgres.running()).contains(first);
    assertThat(query(first, "show fsync")).isEqualTo("on");
    assertThat(query(first, "show server_version")).isEqualTo("17.11");
    // Asked of the file: JDBC sets its own time zone for each session.
    assertThat(query(first, "select setting from pg_file_settings where name = 'timezone'"))
        .isEqualTo("UTC");
    assertThat(query(first, "show server_encoding")).isEqualTo("UTF8");
  }

  @Test
  void runsBesideAnotherHome() throws SQLException {
    RunningPostgres first = postgres.start();
    RunningPostgres second = other.start();

    execute(first, "create table mine as select 1 as one");

    assertThat(second.port()).isNotEqualTo(first.port());
    assertThat(query(second, "select to_regclass('mine') is null")).isEqualTo("t");
  }

  @Test
  void beginsEmptyAfterAWipe() throws SQLException {
    execute(postgres.start(), "create table gone as select 1 as one");

    postgres.wipe();

    assertThat(home.resolve("postgres")).doesNotExist();
    assertThat(query(postgres.start(), "select to_regclass('gone') is null")).isEqualTo("t");
  }

  @Test
  void takesSettings() throws SQLException {
    RunningPostgres running = postgres.withSettings(Map.of("work_mem", "12MB")).start();

    assertThat(query(running, "show work_mem")).isEqualTo("12MB");
  }

  @Test
  void showsTheLogWhenItCannotStart() {
    LocalPostgres broken = postgres.withSettings(Map.of("shared_buffers", "a lot"));

    assertThatThrownBy(broken::start)
        .isInstanceOf(LocalServiceException.class)
        .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"a lot\"");
  }

  @Test
  void refusesAPortThatIsTakenAndNamesAFreeOne() {
    int taken = postgres.start().port();
    LocalPostgres second = other.onPort(taken);

    assertThatThrownBy(second::start)
        .isInstanceOf(LocalServiceException.class)
        .hasMessageContaining("Port " + taken + " is taken")
        .hasMessageContaining("--port=");
  }

  @Test
  void keepsThePasswordFromOtherUsers() throws IOException {
    RunningPostgres running = postgres.start();

    for (Path secret : new Path[] {running.passwordFile(), running.passfile()}) {
      assertThat(Files.getPosixFilePermissions(secret))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThatThrownBy(
            () -> DriverManager.getConnection(running.jdbcUrl(), running.user(), "wrong").close())
        .hasMessageContaining("password authentication failed");
  }

  private static void kill(long pid) {
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }

  private static void execute(RunningPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }

  private static String query(RunningPostgres server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(RunningPostgres server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }
}
