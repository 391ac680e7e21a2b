package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/** Where PostgreSQL's own files lie, beside those of every service. */
record PostgresHome(ServiceHome files) {
  Path data() {
    return files.data();
  }

  Path postmasterPid() {
    return data().resolve("postmaster.pid");
  }

  Path password() {
    return files.service().resolve("password");
  }

  Path passfile() {
    return files.service().resolve("pgpass");
  }
}
