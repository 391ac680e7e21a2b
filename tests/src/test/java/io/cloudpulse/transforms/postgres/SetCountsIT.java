package io.cloudpulse.transforms.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.transforms.OutcomeRun;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.SinkOutcome;
import io.cloudpulse.transforms.VersionedRecord;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that have no order are counted once, however and how often they come. */
@ExtendWith(PostgresServer.class)
class SetCountsIT {
  private static final String SET = "pubsub://project/subscription";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static void prepare(Database database) {
    PostgresPreparation.of(PostgresAddress.parse(database.sink())).prepare();
  }

  @Test
  void countsPiecesOfReadersByTheirIds(Database database) throws Exception {
    prepare(database);
    try (PostgresSession session =
        new PostgresSession(PostgresAddress.parse(database.sink()), PATIENCE)) {
      CountedPieces counted = new CountedPieces(session, "run");
      session.transaction(() -> counted.add(piece(run(7, 9, ""), run(10, 10, "type"))));
      session.transaction(() -> counted.add(piece(run(2, 3, ""))));
      session.transaction(() -> counted.add(piece(run(3, 8, ""), run(10, 10, "type"))));
      session.transaction(() -> counted.add(piece(run(10, 10, "counter:shouted"))));
    }

    assertThat(database.one("select read, accepted, refused, details from pulse.read_ranges"))
        .isEqualTo("9|8|{\"type\": 1}|{}");
  }

  @Test
  void countsWhatSinksTookByTheirIds(Database database) throws Exception {
    prepare(database);
    try (SinkCounts counts =
        SinkCounts.in(PostgresAddress.parse(database.sink()), PATIENCE, "run", "elasticsearch")) {
      counts.count(rows(5, 3), List.of(SinkOutcome.STORED, SinkOutcome.REFUSED));
      counts.count(
          rows(3, 4, 4), List.of(SinkOutcome.REFUSED, SinkOutcome.STORED, SinkOutcome.SUPERSEDED));
    }

    assertThat(database.one("select delivered, refused, superseded from pulse.sink_ranges"))
        .isEqualTo("2|1|0");
  }

  /** What the guide says of the cost: told, not asserted, for machines differ. */
  @Test
  void tellsWhatItCosts(Database database) throws Exception {
    prepare(database);
    int count = 200_000;
    List<Long> ids =
        new java.util.ArrayList<>(
            LongStream.range(0, count).map(i -> (i * 0x9E3779B97F4A7C15L) >>> 1).boxed().toList());
    Collections.shuffle(ids, new java.util.Random(1));
    long began = System.nanoTime();
    try (PostgresSession session =
        new PostgresSession(PostgresAddress.parse(database.sink()), PATIENCE)) {
      CountedIds counted = new CountedIds(session, "run", "");
      for (int at = 0; at < count; at += 1_000) {
        List<Long> some = ids.subList(at, at + 1_000);
        session.transaction(
            () -> {
              Set<Long> news = counted.add(SET, some.stream().mapToLong(Long::longValue));
              assertThat(news).hasSize(1_000);
            });
      }
    }
    double micros = (System.nanoTime() - began) / 1e3 / count;
    long bytes = Long.parseLong(database.one("select pg_total_relation_size('pulse.counted_ids')"));
    System.out.printf("sets | %.1f us and %d bytes an id%n", micros, bytes / count);
    assertThat(bytes / count).isLessThan(200);
  }

  private static RangeTally piece(OutcomeRun... runs) {
    return RangeTally.ofRuns(SET, List.of(runs));
  }

  private static OutcomeRun run(long first, long last, String outcome) {
    return OutcomeRun.of(first, last, outcome);
  }

  private static List<VersionedRecord> rows(int... ids) {
    return IntStream.of(ids)
        .mapToObj(id -> new VersionedRecord(SET, id + 1, id, 1, new Object[0], new byte[0]))
        .toList();
  }
}
