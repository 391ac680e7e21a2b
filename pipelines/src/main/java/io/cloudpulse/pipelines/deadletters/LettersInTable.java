package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.LetterClosing;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresDeadLetters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks through and closes {@code pulse.dead_letters}; where there is no such table, there are no
 * letters.
 */
final class LettersInTable implements LetterBox {
  private static final String TABLE_THERE = "select to_regclass('pulse.dead_letters') is not null";

  /** A parameter that is null asks for anything. */
  private static final String FILTERED =
      " from pulse.dead_letters where dataset = coalesce(?, dataset) and run = coalesce(?, run)"
          + " and reason = coalesce(?, reason) and step = coalesce(?, step)"
          + " and coalesce(status = any (string_to_array(?, ',')), true)"
          + " and coalesce(id ~ ?, true)";

  /** A letter that was left again since has one more attempt, and stays open. */
  private static final String CLOSE =
      "update pulse.dead_letters set status = ?, replay_run = nullif(?, ''),"
          + " closed_at = ?::timestamptz, because = ? where id = ? and attempts = ?";

  private final PostgresAddress database;

  LettersInTable(PostgresAddress database) {
    this.database = database;
  }

  @Override
  public List<KeptLetter> newest(LetterFilter filter, int most) {
    List<Object> values = values(filter);
    values.add(most);
    return query(
        "select *" + FILTERED + " order by last_seen desc, id limit ?", values, LetterRow::of);
  }

  @Override
  public List<KeptLetter> leastTried(LetterFilter filter, int most) {
    List<Object> values = values(filter);
    values.add(most);
    return query(
        "select *" + FILTERED + " order by attempts, source, byte_offset, id limit ?",
        values,
        LetterRow::of);
  }

  @Override
  public void close(String by, List<LetterClosing> closings) {
    PostgresDeadLetters.into(database).prepare();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
        for (LetterClosing closing : closings) {
          statement.setString(1, closing.status());
          statement.setString(2, closing.run());
          statement.setString(3, closing.time());
          statement.setString(4, closing.because());
          statement.setString(5, closing.id());
          statement.setInt(6, closing.attempts());
          statement.addBatch();
        }
        int unused = statement.executeBatch().length;
      }
      connection.commit();
    } catch (SQLException failure) {
      throw trouble("closed", failure);
    }
  }

  @Override
  public List<LetterCount> totals(LetterFilter filter) {
    return query(
        "select dataset, reason, count(*)" + FILTERED + " group by 1, 2 order by 1, 2",
        values(filter),
        found -> new LetterCount(found.getString(1), found.getString(2), found.getLong(3)));
  }

  @Override
  public List<KeptLetter> startingWith(String prefix, int most) {
    return query(
        "select * from pulse.dead_letters where starts_with(id, ?) order by id limit ?",
        List.of(prefix, most),
        LetterRow::of);
  }

  Map<String, Long> countedByStep(String run) {
    Map<String, Long> counts = new TreeMap<>();
    query(
            "select step, count(*) from pulse.dead_letters where run = ? group by 1",
            List.of(run),
            found -> Map.entry(found.getString(1), found.getLong(2)))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  Set<String> ids(String dataset, String step) {
    return new HashSet<>(
        query(
            "select id from pulse.dead_letters where dataset = ? and step = ?"
                + " and status <> 'replayed'",
            List.of(dataset, step),
            found -> found.getString(1)));
  }

  private static List<Object> values(LetterFilter filter) {
    List<Object> values = new ArrayList<>();
    values.add(filter.dataset().orElse(null));
    values.add(filter.run().orElse(null));
    values.add(filter.reason().orElse(null));
    values.add(filter.step().orElse(null));
    values.add(filter.statuses().isEmpty() ? null : String.join(",", filter.statuses()));
    values.add(filter.ids().isEmpty() ? null : "^(" + String.join("|", filter.ids()) + ")");
    return values;
  }

  private <T> List<T> query(String sql, List<?> values, RowReader<T> reader) {
    try (Connection connection = database.connect()) {
      boolean there = all(connection, TABLE_THERE, List.of(), row -> row.getBoolean(1)).get(0);
      return there ? all(connection, sql, values, reader) : List.of();
    } catch (SQLException failure) {
      throw trouble("read", failure);
    }
  }

  private StoppedException trouble(String what, SQLException failure) {
    return StoppedException.because(
        ExitCode.FAILED,
        "The dead letters in "
            + database.place()
            + " cannot be "
            + what
            + ": "
            + failure.getMessage(),
        failure);
  }

  private static <T> List<T> all(
      Connection connection, String sql, List<?> values, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) instanceof Integer number) {
          statement.setInt(i + 1, number);
        } else {
          statement.setString(i + 1, (String) values.get(i));
        }
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(reader.read(found));
        }
      }
      return rows;
    }
  }

  private interface RowReader<T> {
    T read(ResultSet found) throws SQLException;
  }
}
