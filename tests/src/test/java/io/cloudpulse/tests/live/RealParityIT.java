package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.RealData;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same of a real shop's events, whose counts its publisher tells: 5,019, of which 3 repeat. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class RealParityIT {
  @TempDir static Path folder;

  private static ShopEvents events;
  private static Database database;
  private static Holdings expected;

  @BeforeAll
  static void moveTheFileOnce(Database once, Indices indices) throws Exception {
    Path file = RealData.folder().resolve("events/ecommerce_2019-Oct_head.csv");
    assumeTrue(Files.exists(file), () -> file + " is missing");
    events = ShopEvents.read(file);
    database = once;
    Ways.forget(indices);
    EventsMove move = EventsMove.into(once, indices.address());
    assertThat(move.move("files:" + file).exitCode()).isZero();
    expected = move.holdings();
    assertThat(expected.differences(expected)).as("between the sinks").isEmpty();
    Ways.print("real, file, batch", expected);
  }

  @BeforeEach
  void forgetWhatOthersIndexed(Indices indices) {
    Ways.forget(indices);
  }

  @Test
  void minutesAddUpToWhatItsPublisherCounted() throws Exception {
    assertThat(expected.postgres().get(0).count()).isEqualTo(5_016);
    assertThat(
            database.query(
                "select action, sum(events) from activity.action_minutes group by 1 order by 1"))
        .containsExactly("cart|50", "purchase|54", "view|4912");
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameRows(Ways way, Database other, Indices indices, Topics topics) throws Exception {
    EventsMove move = EventsMove.into(other, indices.address());

    RunReport report = way.move(events, move, topics, folder);

    Holdings rows = move.holdings();
    Ways.print("real, " + way, rows);
    assertThat(report.exitCode()).isZero();
    assertThat(rows.differences(expected)).isEmpty();
  }
}
