package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Visitors of a shop, told of as they come: a job of its own follows them while other work goes on.
 */
final class LiveStory implements AutoCloseable {
  private static final int LINES_A_TICK = 100;
  private static final long TICK_MILLIS = 125;
  private static final long PATIENCE_SECONDS = 180;

  private final LiveSide side;
  private final ShopFeed feed;
  private final DemoRun run;
  private final Path log;
  private final ScheduledExecutorService visitors = Executors.newSingleThreadScheduledExecutor();
  private final CompletableFuture<Void> sent = new CompletableFuture<>();
  private LiveJob job;

  LiveStory(LiveSide side, ShopFeed feed, DemoRun run, Path folder) {
    this.side = side;
    this.feed = feed;
    this.run = run;
    this.log = folder.resolve("live.log");
  }

  /** The messages as a file, for the batch. */
  static Path archive(ShopFeed feed, Path folder) throws IOException {
    Path file = folder.resolve("shop.jsonl");
    Files.createDirectories(folder);
    return Files.write(file, feed.lines(), StandardCharsets.UTF_8);
  }

  /** Starts the job, and the visitors. */
  void start() {
    job = LiveJob.start(run.flags(), log);
    KafkaLines lines = KafkaLines.to(KafkaAddress.parse(run.source()));
    Iterator<String> left = feed.lines().iterator();
    var unused =
        visitors.scheduleAtFixedRate(
            () -> sendSome(left, lines), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sendSome(Iterator<String> left, KafkaLines lines) {
    try {
      for (int i = 0; i < LINES_A_TICK && left.hasNext(); i++) {
        lines.send(left.next().getBytes(StandardCharsets.UTF_8));
      }
      if (!left.hasNext()) {
        visitors.shutdown();
        lines.close();
        sent.complete(null);
      }
    } catch (RuntimeException failure) {
      sent.completeExceptionally(failure);
      throw failure;
    }
  }

  /** Waits until every visit is a row that can be read, though the job goes on. */
  void awaitRows() throws SQLException {
    sent.join();
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (rows() < feed.distinct()) {
      if (!job.isAlive() || System.nanoTime() > giveUp) {
        throw StoppedException.because(ExitCode.FAILED, "the live job fell behind; see " + log);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private long rows() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                side.jdbcUrl(),
                side.servers().postgres().user(),
                side.servers().postgres().password());
        Statement statement = connection.createStatement();
        ResultSet there =
            statement.executeQuery(
                "select case when to_regclass('activity.events') is null then 0 else"
                    + " (xpath('/row/n/text()', query_to_xml('select count(*) n from"
                    + " activity.events', true, true, '')))[1]::text::bigint end")) {
      there.next();
      return there.getLong(1);
    }
  }

  /** Stops the job, and starts it once more to its end: so every window closes. */
  RunReport finish() {
    job.close();
    return run.untilEnd().run();
  }

  @Override
  public void close() {
    visitors.shutdownNow();
    if (job != null) {
      job.close();
    }
  }
}
