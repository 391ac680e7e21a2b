package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that come into a folder are picked up once, also by a job that was killed in between. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class})
class WatchedFolderIT {
  private static final ShopEvents EVENTS = ShopEvents.generated(3_000, 5);

  @TempDir Path folder;

  @Test
  void readsEachFileOnce(Database watched, Database atOnce, Indices indices) throws Exception {
    Holdings expected = atOnce(atOnce, indices);
    EventsMove move = EventsMove.into(watched, indices.address()).with("--mode=streaming");
    String source = "files:" + folder.resolve("inbox") + "/*.csv";
    Files.createDirectory(folder.resolve("inbox"));
    appears(0, 1_000);
    try (PulseProcess job = move.start(source)) {
      awaitRead(watched, job, 1_000);
      appears(1_000, 2_000);
      awaitRead(watched, job, 2_000);
    }
    appears(2_000, 3_000);
    try (PulseProcess job = move.start(source)) {
      awaitRead(watched, job, 3_000);
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(move.holdings().differences(expected)).isEmpty());
    }

    Ways.print("watched folder", move.holdings());
    assertCounted(watched);
  }

  private Holdings atOnce(Database database, Indices indices) throws Exception {
    Ways.forget(indices);
    EventsMove move = EventsMove.into(database, indices.address());
    assertThat(move.move("files:" + EVENTS.write(folder.resolve("all.csv"))).exitCode()).isZero();
    Holdings rows = move.holdings();
    Ways.forget(indices);
    return rows;
  }

  private static void assertCounted(Database watched) throws SQLException {
    assertThat(watched.query("select sum(read), count(*) from pulse.read_ranges"))
        .containsExactly("3000|3");
    assertThat(
            watched.query(
                "select sink, sum(delivered) from pulse.sink_ranges group by 1 order by 1"))
        .containsExactly(
            "elasticsearch|" + (3_000 - EVENTS.bad()), "postgres|" + (3_000 - EVENTS.bad()));
    assertThat(watched.query("select reason, count(*) from pulse.dead_letters group by 1"))
        .containsExactly("type|" + EVENTS.bad());
  }

  /** Written elsewhere, then moved: it must appear whole. */
  private void appears(int from, int to) throws IOException {
    Path written = EVENTS.part(from, to).write(folder.resolve("part.tmp"));
    Path unused = Files.move(written, folder.resolve("inbox").resolve(from + ".csv"));
  }

  private static void awaitRead(Database database, PulseProcess job, int records) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .failFast("the stream ended", () -> !job.isAlive())
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () ->
                database
                    .query("select sum(read) from pulse.read_ranges")
                    .equals(List.of("" + records)));
  }
}
