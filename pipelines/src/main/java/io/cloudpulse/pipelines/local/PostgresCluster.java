package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One data folder and the programs that make, start and stop a server in it. */
record PostgresCluster(PostgresHome home, PostgresPrograms programs, ServerUser user) {
  private static final String SECONDS_TO_START = "120";
  private static final String SECONDS_TO_STOP = "60";

  /** Makes the data folder with the database, whole or not at all. */
  void createIfMissing() throws IOException {
    if (Files.isDirectory(home.data())) {
      checkVersion();
      return;
    }
    Files.createDirectories(home.files().service());
    PostgresPassword.writeNew(home);
    Folder.create(home.data(), this::initialise);
  }

  void start(PostgresSettings settings, int port) throws IOException {
    Files.writeString(home.data().resolve("postgresql.conf"), settings.fileFor(port));
    user.own(home.files().service());
    String unused =
        postgresControl("start", "-t", SECONDS_TO_START, "-l", home.files().log().toString());
  }

  void stop() throws IOException {
    // Fast: a forgotten psql must not keep the server up.
    String unused = postgresControl("stop", "-t", SECONDS_TO_STOP, "-m", "fast");
  }

  private String postgresControl(String action, String... flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(programs.program("pg_ctl"));
    command.add(action);
    command.addAll(List.of("-w", "-D", home.data().toString()));
    command.addAll(List.of(flags));
    return Program.of(user.running(command)).run();
  }

  private void initialise(Path data) throws IOException {
    user.own(home.files().service());
    String made = Program.of(user.running(initdb(data))).run();
    // Before any server runs: no half-made data folder can ever be started.
    List<String> alone =
        List.of(programs.program("postgres"), "--single", "-D", data.toString(), "postgres");
    String created =
        Program.of(user.running(alone))
            .withInput("create database " + RunningPostgres.DATABASE + "\n")
            .run();
    if (!Files.isDirectory(data.resolve("base")) || created.contains("ERROR")) {
      throw new LocalServiceException(
          "PostgreSQL could not make its data folder:\n" + made + "\n" + created);
    }
  }

  private List<String> initdb(Path data) {
    return List.of(
        programs.program("initdb"),
        "--pgdata=" + data,
        "--username=" + RunningPostgres.USER,
        "--pwfile=" + home.password(),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // PostgreSQL's own C.UTF-8: the same order on every machine, whatever locales it has.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions");
  }

  private void checkVersion() throws IOException {
    String major = Files.readString(home.data().resolve("PG_VERSION")).strip();
    if (!major.equals(programs.major())) {
      throw new LocalServiceException(
          "%s was made by PostgreSQL %s, but this is %s. To begin empty: pulse up --reset"
              .formatted(home.data(), major, programs.version()));
    }
  }
}
