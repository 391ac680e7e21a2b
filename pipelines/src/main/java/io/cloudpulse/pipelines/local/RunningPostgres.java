package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL server on 127.0.0.1 that takes connections.
 *
 * @param version such as {@code PostgreSQL 17.11.0}
 * @param passwordFile holds nothing but the password; mode 0600
 * @param passfile the same as psql and JDBC read it ({@code PGPASSFILE})
 */
public record RunningPostgres(String version, int port, Path data, Path passwordFile, Path passfile)
    implements RunningService {
  static final String USER = "pulse";
  static final String DATABASE = "pulse";

  /** Without user and password, which stand in no address. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  /** A superuser. */
  public String user() {
    return USER;
  }

  public String password() {
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String address() {
    return jdbcUrl();
  }

  @Override
  public String tryIt() {
    return "PGPASSFILE=%s psql -h 127.0.0.1 -p %d -U %s %s"
        .formatted(passfile, port, USER, DATABASE);
  }
}
