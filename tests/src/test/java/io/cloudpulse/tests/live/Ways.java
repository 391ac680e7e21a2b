package io.cloudpulse.tests.live;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.nio.file.Path;

/** Ways to hand over the same events. */
enum Ways {
  FILE_SHUFFLED("file, batch, doubled and shuffled", true),
  KAFKA_BATCH("Kafka, batch", false),
  KAFKA_BATCH_DOUBLED("Kafka, batch, doubled and shuffled", true),
  KAFKA_STREAM("Kafka, streaming", false),
  KAFKA_STREAM_DOUBLED("Kafka, streaming, doubled and shuffled", true);

  /** Enough for the last event to come first. */
  private static final String ANY_LATENESS = "--allowedLateness=P30D";

  private static final long SEED = 7;

  private final String words;
  private final boolean doubled;

  Ways(String words, boolean doubled) {
    this.words = words;
    this.doubled = doubled;
  }

  RunReport move(ShopEvents events, EventsMove move, Topics topics, Path folder)
      throws IOException {
    ShopEvents arranged = doubled ? events.doubledAndShuffled(SEED) : events;
    return switch (this) {
      case FILE_SHUFFLED -> move.move("files:" + arranged.write(folder.resolve("shuffled.csv")));
      case KAFKA_BATCH, KAFKA_BATCH_DOUBLED ->
          move.with("--mode=batch").move(sent(arranged, topics));
      case KAFKA_STREAM, KAFKA_STREAM_DOUBLED ->
          move.with("--until=end", ANY_LATENESS).move(sent(arranged, topics));
    };
  }

  private static String sent(ShopEvents events, Topics topics) {
    String topic = topics.topic(3);
    try (Feed feed = Feed.to(topics.bootstrap(), topic)) {
      var unused = feed.send(events.lines());
    }
    return EventsMove.export(topics.address(topic));
  }

  /** The rows of all the events in one file, moved undisturbed; the indices are free again. */
  static Holdings atOnce(ShopEvents events, Database database, Indices indices, Path folder)
      throws Exception {
    forget(indices);
    EventsMove move = EventsMove.into(database, indices.address());
    RunReport report = move.move("files:" + events.write(folder.resolve("all.csv")));
    if (report.exitCode() != ExitCode.DONE) {
      throw new AssertionError("exit " + report.exitCode() + ": " + report.imbalance());
    }
    Holdings rows = move.holdings();
    forget(indices);
    return rows;
  }

  /** Removes all indices of events: their names are the same for every test. */
  static void forget(Indices indices) {
    new Indices(indices.node(), "activity-").close();
  }

  static void print(String way, Holdings rows) {
    System.out.printf(
        "parity | %-40s | %s | %s%n", way, rows.counts(), Holdings.checksum(rows.postgres()));
  }

  @Override
  public String toString() {
    return words;
  }
}
