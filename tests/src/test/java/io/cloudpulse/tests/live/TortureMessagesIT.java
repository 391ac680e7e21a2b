package io.cloudpulse.tests.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that no stream should be sent, sent to one that runs, and after a kill read again. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class TortureMessagesIT {
  /** Six events of one user within two minutes, and an hour later two that end the session. */
  private static final List<String> GOOD =
      List.of(
          event(1, "2026-11-19T12:00:00Z"),
          event(1, "2026-11-19T12:00:20Z"),
          event(1, "2026-11-19T12:00:40Z"),
          event(1, "2026-11-19T12:01:00Z"),
          event(1, "2026-11-19T12:01:20Z"),
          event(1, "2026-11-19T12:01:40Z"));

  private static final List<String> LATER =
      List.of(event(2, "2026-11-19T12:50:00Z"), event(2, "2026-11-19T12:50:01Z"));

  private static String event(long user, String time) {
    return "{\"user_id\": %d, \"action\": \"view\", \"event_time\": \"%s\"}".formatted(user, time);
  }

  private static List<byte[]> torture() {
    byte[] invalid = event(5, "2026-11-19T12:00:05Z").replace("view", "vi?w").getBytes(UTF_8);
    invalid[new String(invalid, UTF_8).indexOf('?')] = (byte) 0xC3;
    return List.of(
        "not JSON".getBytes(UTF_8),
        event(5, "2026-11-19T12:00:05Z").replace("{", "{\"more\": 1, ").getBytes(UTF_8),
        event(5, "2099-06-01T00:00:00Z").getBytes(UTF_8),
        event(5, "2026-11-19T12:00:05Z").replace("view", "x".repeat(5 << 20)).getBytes(UTF_8),
        new byte[0],
        invalid,
        event(5, "2026-11-19T12:00:05Z")
            .replace("}", ", \"brand\": \"ac\\u0000me\"}")
            .getBytes(UTF_8),
        event(5, "2026-11-19T12:00:05Z").replace("view", "vi\0ew").getBytes(UTF_8));
  }

  @Test
  void refusesEachAndClosesWindowsOnTime(Database database, Indices indices, Topics topics)
      throws Exception {
    Ways.forget(indices);
    String topic = topics.topic(2);
    String source = topics.address(topic) + "?layout=feed";
    EventsMove move =
        EventsMove.into(database, indices.address())
            .with("--unknownColumns=refuse", "--maxRefused=1", "--idleAfter=PT2S");
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(GOOD.subList(0, 3));
      torture().forEach(feed::send);
      unused = feed.send(GOOD.subList(3, 6)).send(LATER);
      torture().forEach(feed::send);
      try (PulseProcess live = move.start(source)) {
        awaitSession(live, database);
        assertThat(live.kill()).isEqualTo(137);
      }
    }

    RunReport report = move.with("--until=end").move(source);

    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(24);
    assertThat(report.accepted()).isEqualTo(8);
    assertRefused(database, 2);
    assertStored(move.holdings());
    System.out.println("torture | " + report.refusedByReason() + report.refusedBySink());
  }

  private static void assertStored(Holdings rows) {
    assertThat(rows.differences(rows)).isEmpty();
    assertThat(rows.counts())
        .isEqualTo(
            "events 8, action_minutes 3, active_users_hourly 1, active_users_daily 1,"
                + " user_days 2, user_sessions 2");
  }

  /** A session is told when its window closes: nothing torn may hold up the clock, or hurry it. */
  private static void awaitSession(PulseProcess live, Database database) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .failFast("the stream ended", () -> !live.isAlive())
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () ->
                database
                    .query("select user_id, events from activity.user_sessions where user_id = 1")
                    .equals(List.of("1|6")));
  }

  private static void assertRefused(Database database, int times) throws SQLException {
    assertThat(
            database.query("select reason, count(*) from pulse.dead_letters group by 1 order by 1"))
        .containsExactly(
            "encoding|" + 2 * times,
            "field-count|" + times,
            "malformed|" + 3 * times,
            "range|" + times,
            "too-large|" + times);
  }
}
