package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Keeps the demo's rows out of tables that hold somebody's own. */
final class OwnData {
  private static final String RUNS_OF_OTHERS =
      "select distinct dataset from pulse.runs where dataset = any (?) and source not like ?"
          + " and source not like '%/' || ? and source not like 'dead letters%'";

  private OwnData() {}

  /**
   * Lets the demo go on if its tables are new, or filled by a demo alone.
   *
   * @throws StoppedException if other files were run into one of them
   */
  static void stopIfAny(RunningPostgres server, Path folder) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        PreparedStatement runs = connection.prepareStatement(RUNS_OF_OTHERS)) {
      if (!exists(connection)) {
        return;
      }
      runs.setArray(1, connection.createArrayOf("text", names()));
      runs.setString(2, "files:%" + folder.getFileName() + "/%");
      runs.setString(3, LiveShop.TOPIC);
      try (ResultSet found = runs.executeQuery()) {
        if (found.next()) {
          throw StoppedException.because(ExitCode.FAILED, told(found.getString(1)));
        }
      }
    }
  }

  /**
   * Visits of an earlier demo went on until it was stopped: what came of them is no twin of ours.
   */
  static void forgetVisits(RunningPostgres server, Stream<Dataset> tables) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      for (Dataset table : (Iterable<Dataset>) tables::iterator) {
        statement.execute(
            "drop table if exists %s cascade".formatted(PostgresShape.of(table).quotedName()));
      }
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (PreparedStatement runs =
            connection.prepareStatement("select to_regclass('pulse.runs') is not null");
        ResultSet found = runs.executeQuery()) {
      return found.next() && found.getBoolean(1);
    }
  }

  private static Object[] names() {
    return Stream.concat(
            DemoDataset.ALL.stream().map(DemoDataset::name), Stream.of(ShopFeed.DATASET))
        .toArray();
  }

  private static String told(String dataset) {
    return "You have run data of your own into "
        + dataset
        + ", and the demo would mix its rows with yours; nothing was written."
        + " Give it a server of its own: ./pulse demo --home=.pulse/for-demo";
  }
}
