package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same events give the same rows in each sink, however they come. */
@ExtendWith({PostgresServer.class, ElasticsearchServer.class, KafkaServer.class})
class ParityIT {
  private static final ShopEvents EVENTS = ShopEvents.generated(5_000, 42);
  private static final ShopEvents FEW = EVENTS.part(0, 400);

  @TempDir static Path folder;

  private static Holdings expected;

  @BeforeAll
  static void moveTheFileOnce(Database database, Indices indices) throws Exception {
    expected = ofAFile(EVENTS, database, indices);
    Ways.print("file, batch", expected);
  }

  @BeforeEach
  void forgetWhatOthersIndexed(Indices indices) {
    Ways.forget(indices);
  }

  private static Holdings ofAFile(ShopEvents events, Database database, Indices indices)
      throws Exception {
    Ways.forget(indices);
    EventsMove move = EventsMove.into(database, indices.address());
    RunReport report = move.move("files:" + events.write(folder.resolve("all.csv")));
    assertThat(report.imbalance()).isEmpty();
    assertThat(report.delivered().get("elasticsearch")).isEqualTo(report.accepted());
    assertThat(report.refused()).isEqualTo(events.bad());
    Holdings rows = move.holdings();
    assertThat(rows.differences(rows)).as("between the sinks").isEmpty();
    assertThat(rows.postgres().get(0).count()).isEqualTo(events.rows());
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameRows(Ways way, Database database, Indices indices, Topics topics)
      throws Exception {
    EventsMove move = EventsMove.into(database, indices.address());

    RunReport report = way.move(EVENTS, move, topics, folder);

    Holdings rows = move.holdings();
    Ways.print(way.toString(), rows);
    assertThat(report.exitCode()).isZero();
    assertThat(report.imbalance()).isEmpty();
    assertThat(rows.differences(expected)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FILE_SHUFFLED", "KAFKA_STREAM_DOUBLED"})
  void givesTheSameRowsOnDirect(
      Ways way, Database onFlink, Database onDirect, Indices indices, Topics topics)
      throws Exception {
    Holdings few = ofAFile(FEW, onFlink, indices);
    Ways.forget(indices);
    EventsMove direct = EventsMove.into(onDirect, indices.address()).with("--runner=direct");

    RunReport report = way.move(FEW, direct, topics, folder);

    Holdings rows = direct.holdings();
    Ways.print(way + " on Direct", rows);
    assertThat(report.imbalance()).isEmpty();
    assertThat(rows.differences(few)).isEmpty();
  }
}
