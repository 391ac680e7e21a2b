package io.cloudpulse.serving.dashboard;

import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Asks the database where the platform stands; tables that are not there yet hold nothing. */
final class LiveQuestion {
  static final int MOST_LETTERS = 10_000;

  private static final String TABLES =
      "select to_regclass('pulse.runs') is not null as ledger,"
          + " to_regclass('activity.action_minutes') is not null as shop";

  /** A job that gave no sign of life for 15 seconds is lost, as {@code pulse status} says. */
  private static final String LEDGER =
      """
      with beating as materialized (
        select run, dataset, live from pulse.runs
        where state = 'running' and heartbeat_at > now() - interval '15 seconds'),
      partitions as (
        select p.value as p from beating, jsonb_array_elements(live->'partitions') p)
      select
        (select coalesce(sum(read), 0) from pulse.read_ranges join beating using (run)
          where dataset = 'activity.events') as events_read,
        (select sum((p->>'lag')::bigint)::bigint from partitions) as lag,
        (select to_char(min((p->>'watermark')::timestamptz), 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
          from partitions) as watermark,
        (select count(*) from (
          select 1 from pulse.dead_letters where status = 'open' limit %d) letters)
          as open_letters,
        (select count(*) from pulse.runs) as runs,
        (select count(*) from beating) as running,
        (select count(*) from pulse.runs where state <> 'running') as ended\
      """
          .formatted(MOST_LETTERS);

  private static final String NO_LEDGER =
      "select 0 as events_read, null::bigint as lag, null::text as watermark, 0 as open_letters,"
          + " 0 as runs, 0 as running, 0 as ended";

  private static final String SHOP =
      """
      select coalesce(sum(events), 0) as events,
        coalesce(sum(events) filter (where action = 'purchase'), 0) as purchases,
        coalesce(sum(revenue) filter (where action = 'purchase'), 0) as revenue,
        coalesce((select active_users from activity.active_users_hourly
          where window_start = date_trunc('hour', now())), 0) as active_users
      from activity.action_minutes where window_start > now() - interval '24 hours'\
      """;

  private static final String NO_SHOP =
      "select 0 as events, 0 as purchases, 0::numeric as revenue, 0 as active_users";

  private final Database database;

  LiveQuestion(Database database) {
    this.database = database;
  }

  /**
   * One answer.
   *
   * @throws Problem if the database cannot be asked
   */
  LiveNumbers ask() {
    return database.ask(
        LiveQuestion::ask,
        Problem.of(503, "A table has gone", "It was there a moment ago. It is looked for again."));
  }

  private static LiveNumbers ask(Handle handle) {
    return handle.createQuery(sql(handle)).map((row, context) -> numbers(row)).one();
  }

  private static String sql(Handle handle) {
    return handle
        .createQuery(TABLES)
        .map(
            (there, context) ->
                ("select to_char(now(), 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') as at, ledger.*,"
                        + " shop.* from (%s) ledger, (%s) shop")
                    .formatted(
                        there.getBoolean("ledger") ? LEDGER : NO_LEDGER,
                        there.getBoolean("shop") ? SHOP : NO_SHOP))
        .one();
  }

  private static LiveNumbers numbers(ResultSet row) throws SQLException {
    return new LiveNumbers(
        row.getString("at"),
        row.getLong("events_read"),
        row.getLong("active_users"),
        row.getLong("events"),
        row.getLong("purchases"),
        row.getBigDecimal("revenue"),
        row.getObject("lag", Long.class),
        row.getString("watermark"),
        row.getLong("open_letters"),
        row.getLong("runs"),
        row.getLong("running"),
        row.getLong("ended"));
  }
}
