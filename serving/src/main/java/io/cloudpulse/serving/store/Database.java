package io.cloudpulse.serving.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cloudpulse.serving.http.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A pool of connections that can only read. */
public final class Database implements AutoCloseable {
  private static final String NO_TABLE = "42P01";
  private static final String NO_SCHEMA = "3F000";
  private static final String CANCELLED = "57014";
  private static final String WRONG_VALUE = "22";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * What is asked is short, and its best plan depends on its values: to compile it takes longer.
   */
  private static final String SETTINGS =
      "-c timezone=UTC -c jit=off -c plan_cache_mode=force_custom_plan";

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * A pool; no connection is made before the first is asked for.
   *
   * @param url JDBC address of a PostgreSQL database
   * @param connections at most
   */
  public static Database at(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setReadOnly(true);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "pulse serve");
    config.addDataSourceProperty(
        "options", SETTINGS + " -c statement_timeout=" + PATIENCE.toMillis());
    return new Database(new HikariDataSource(config));
  }

  /**
   * Asks the database.
   *
   * @param missing what to say where a table is not there
   * @throws Problem if it cannot be asked, or takes too long
   */
  public <T> T ask(Function<Handle, T> question, Problem missing) {
    try {
      return jdbi.withHandle(question::apply);
    } catch (JdbiException failure) {
      throw why(failure, missing);
    }
  }

  /**
   * What it is like: of two equal ones, every query sees the same rows. A snapshot of PostgreSQL's
   * names the transactions whose work it shows.
   */
  public String stamp() {
    return ask(
        handle ->
            handle.createQuery("select pg_current_snapshot()::text").mapTo(String.class).one(),
        Problem.of(503, "The database is not well", "It has no snapshot."));
  }

  private static RuntimeException why(JdbiException failure, Problem missing) {
    String state = failure.getCause() instanceof SQLException sql ? sql.getSQLState() : "";
    if (NO_TABLE.equals(state) || NO_SCHEMA.equals(state)) {
      return missing;
    }
    if (state != null && state.startsWith(WRONG_VALUE)) {
      return Problem.of(
          400, "A value cannot be compared", "One of the query's values is out of range.");
    }
    if (CANCELLED.equals(state)) {
      return Problem.of(
          503,
          "It took too long",
          "No answer within %d seconds: filter by a field of the key, or sort by none."
              .formatted(PATIENCE.toSeconds()));
    }
    if (isUnreachable(failure.getCause(), state)) {
      return Problem.of(503, "The database cannot be reached", "Try again in some seconds.");
    }
    return failure;
  }

  private static boolean isUnreachable(Throwable cause, String state) {
    boolean isLost = state != null && state.startsWith("08");
    return isLost || cause instanceof SQLTransientException;
  }

  @Override
  public void close() {
    pool.close();
  }
}
