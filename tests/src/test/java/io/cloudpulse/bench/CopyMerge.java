package io.cloudpulse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The reference: what PostgreSQL itself can do with a clean file. {@code CopyMerge URL FILE STAGE
 * COPY MERGE}: makes a temporary table, copies the file into it, merges it into the table.
 */
final class CopyMerge {
  private static final int BUFFER = 1 << 16;

  private CopyMerge() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(args[0]);
        Statement statement = connection.createStatement();
        InputStream file = Files.newInputStream(Path.of(args[1]))) {
      connection.setAutoCommit(false);
      statement.executeUpdate(args[2]);
      long copied =
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn(args[3], file, BUFFER);
      long merged = statement.executeLargeUpdate(args[4]);
      connection.commit();
      System.out.println(copied + " copied, " + merged + " merged");
    }
  }
}
