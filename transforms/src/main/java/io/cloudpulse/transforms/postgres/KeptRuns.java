package io.cloudpulse.transforms.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The runs that a database knows of, for those who watch. Nothing is written, nothing is made. */
public final class KeptRuns {
  private static final String IS_THERE = "select to_regclass('pulse.runs') is not null";

  /** As JSON: an earlier release may have made a table without the later columns. */
  private static final String RUNS =
      """
      with runs as (
        select to_jsonb(r) as run, run as name, mode, state, started_at,
          state = 'running' or (state = 'stopped' and mode = 'streaming') as open,
          coalesce(finished_at, started_at) as at
        from pulse.runs r where ? in ('', run)),
      placed as (
        select *, row_number() over (partition by open order by at desc, name) as place from runs)
      select run || jsonb_build_object('silent_seconds',
          extract(epoch from now() - (run->>'heartbeat_at')::timestamptz))
      from placed where open or place <= ?
      order by open desc, state, at desc, name""";

  private final PostgresAddress database;

  private KeptRuns(PostgresAddress database) {
    this.database = database;
  }

  public static KeptRuns in(PostgresAddress database) {
    return new KeptRuns(database);
  }

  /**
   * Each run as a JSON object with the columns of {@code pulse.runs} and {@code silent_seconds}.
   * Those that go on, or can go on, come first; of the others the newest.
   *
   * @param name of the only run wanted; empty for all
   * @param mostEnded how many of those that have ended
   */
  public List<String> json(String name, long mostEnded) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setReadOnly(true);
      List<String> runs = new ArrayList<>();
      if (isThere(connection)) {
        try (PreparedStatement query = connection.prepareStatement(RUNS)) {
          query.setString(1, name);
          query.setLong(2, mostEnded);
          ResultSet found = query.executeQuery();
          while (found.next()) {
            runs.add(found.getString(1));
          }
        }
      }
      return runs;
    }
  }

  private static boolean isThere(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet found = query.executeQuery(IS_THERE)) {
      return found.next() && found.getBoolean(1);
    }
  }
}
