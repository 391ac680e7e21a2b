package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stream archives, killed and all, gives its rows again when the sinks are empty. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class ArchivedStreamIT {
  private static final ShopEvents EVENTS = ShopEvents.generated(6_000, 21);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"flink, then spark", "spark, then direct", "direct, then flink"})
  void givesTheSameChecksumAgain(
      String runners, Database streamed, Database again, Indices indices, Topics topics)
      throws Exception {
    String streaming = runners.substring(0, runners.indexOf(','));
    String batch = runners.substring(runners.lastIndexOf(' ') + 1);
    Ways.forget(indices);
    EventsMove move = EventsMove.into(streamed, indices.address()).with("--aggregates=off");
    String source = EventsMove.export(topics.address(topics.topic(3)));
    EventsMove live =
        move.with("--archive=files:" + folder, "--runner=" + streaming, "--mode=streaming");
    stream(live, source, topics, streamed);
    List<String> rows = rows(move);
    Ways.forget(indices);

    EventsMove anew = EventsMove.into(again, indices.address()).with("--aggregates=off");
    RunReport report = anew.with("--runner=" + batch).move("archive:" + folder);

    System.out.printf(
        "archive | %s, killed once | %d files, %d bytes | %s%n",
        streaming, files().size(), bytes(), rows);
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.read()).isEqualTo(EVENTS.lines().size());
    assertThat(rows(anew)).isEqualTo(rows);
    assertThat(letters(again)).isEqualTo(letters(streamed)).hasSize(EVENTS.bad());
  }

  private void stream(EventsMove live, String source, Topics topics, Database database)
      throws Exception {
    String topic = source.replaceAll(".*/|\\?.*", "");
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(EVENTS.lines().subList(0, 3_000));
      try (PulseProcess job = live.start(source)) {
        await()
            .atMost(Duration.ofMinutes(3))
            .pollInterval(Duration.ofMillis(50))
            .failFast("the stream ended", () -> !job.isAlive())
            .ignoreExceptionsInstanceOf(SQLException.class)
            .until(() -> stored(database) >= EVENTS.rowsOf(1_000) && !files().isEmpty());
        assertThat(job.kill()).isEqualTo(137);
      }
      unused = feed.send(EVENTS.lines().subList(3_000, 6_000));
    }
    RunReport report = live.with("--until=end").move(source);
    assertThat(report.imbalance()).isEmpty();
    assertThat(stored(database)).isEqualTo(EVENTS.rows());
  }

  private static int stored(Database database) throws SQLException {
    return Integer.parseInt(database.one("select count(*) from activity.events"));
  }

  /** Of both sinks: each row with its version. */
  private static List<String> rows(EventsMove move) throws Exception {
    var dataset = Holdings.DATASETS.get(0);
    return List.of(
        Rows.in(move.database(), dataset).checksum(), Rows.in(move.cluster(), dataset).checksum());
  }

  private static List<String> letters(Database database) throws SQLException {
    return database.query(
        "select id, reason, field, message, byte_offset, md5(original), event_time"
            + " from pulse.dead_letters where step = 'read' order by id");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(".avro")).toList();
    }
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
