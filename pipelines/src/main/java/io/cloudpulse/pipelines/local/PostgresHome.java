package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/** Where each of PostgreSQL's files lies in a home folder. */
record PostgresHome(Path root) {
  static PostgresHome in(Path home) {
    return new PostgresHome(home.toAbsolutePath().normalize());
  }

  /** Everything that a wipe deletes. */
  Path service() {
    return root.resolve("postgres");
  }

  Path data() {
    return service().resolve("data");
  }

  Path postmasterPid() {
    return data().resolve("postmaster.pid");
  }

  Path log() {
    return service().resolve("log");
  }

  Path lastLog() {
    return service().resolve("log.last");
  }

  Path password() {
    return service().resolve("password");
  }

  Path passfile() {
    return service().resolve("pgpass");
  }

  /** The port of the last start, which the next one takes again if it is free. */
  Path port() {
    return service().resolve("port");
  }

  /** Outside the service's folder: a wipe holds it while it deletes that. */
  Path lock() {
    return root.resolve("postgres.lock");
  }

  /** Outside too: a wipe keeps the programs. */
  Path programs() {
    return root.resolve("programs");
  }
}
