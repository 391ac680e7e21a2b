package io.cloudpulse.serving.store;

import io.cloudpulse.serving.http.Problem;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/**
 * A statement whose only column is JSON: PostgreSQL writes the answer, so that no digit of a
 * decimal is lost on the way. What a request says is bound as what it is: a text that the statement
 * casts to a time would be read anew for each row.
 */
public final class Question {
  private final String sql;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private Question(String sql) {
    this.sql = sql;
  }

  /** A question; its values stand in it as {@code :name}. */
  public static Question of(String sql) {
    return new Question(sql);
  }

  /** With a value: a text, a number, a date or a moment; or null. */
  public Question with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** With any number of texts, as an array. */
  public Question withAll(String name, Iterable<String> all) {
    values.put(name, all);
    return this;
  }

  /**
   * The JSON of the only row; empty if there is none, or it is null.
   *
   * @param missing what to say where a table is not there
   */
  public Optional<String> ask(Database database, Problem missing) {
    return database.ask(
        handle -> {
          try (Query query = handle.createQuery(sql)) {
            values.forEach((name, value) -> bind(query, name, value));
            return query.mapTo(String.class).findOne();
          }
        },
        missing);
  }

  private static void bind(Query query, String name, Object value) {
    if (value instanceof Iterable<?> all) {
      query.bindArray(name, String.class, all);
    } else if (value == null) {
      query.bindNull(name, Types.NULL);
    } else {
      query.bind(name, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
    }
  }
}
