package io.cloudpulse.tests.live;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PulseProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A stream that runs in a JVM of its own while messages come at a steady pace. */
final class LiveStream implements AutoCloseable {
  private final ChaosServers servers;
  private final EventsMove move;
  private final String source;
  private final Feed feed;
  private final ShopEvents events;
  private PulseProcess job;
  private int deaths;

  LiveStream(ChaosServers servers, EventsMove move, String source, Feed feed, ShopEvents events) {
    this.servers = servers;
    this.move = move;
    this.source = source;
    this.feed = feed;
    this.events = events;
    this.job = move.start(source);
  }

  ChaosServers servers() {
    return servers;
  }

  Database database() {
    return move.database();
  }

  /** A job that has ended by itself meanwhile is started again, as an operator would, and told. */
  void endure(Duration time) throws IOException {
    if (job.endsWithin(time)) {
      deaths++;
      tell("the job ended by itself with code " + job.exitCode());
      startAnew();
    }
  }

  /** Sends a part of the messages at a steady pace. */
  void send(int part, int parts, int perSecond) {
    int all = events.lines().size();
    feed.sendSteadily(
        events.lines().subList(all * part / parts, all * (part + 1) / parts), perSecond);
  }

  void awaitSent() {
    feed.await();
  }

  int sent() {
    return feed.sent();
  }

  void killAndStart() {
    int unused = job.kill();
    startAnew();
  }

  private void startAnew() {
    try {
      job.close();
    } catch (IOException leftBehind) {
      throw new AssertionError(leftBehind);
    }
    job = move.start(source);
  }

  /** How often the job ended by itself. */
  int deaths() {
    return deaths;
  }

  int stored() throws SQLException {
    boolean begun = !database().one("select to_regclass('activity.events')").equals("null");
    return begun ? Integer.parseInt(database().one("select count(*) from activity.events")) : 0;
  }

  /** Waits until there are more rows than there were. */
  void awaitNews() throws Exception {
    int before = stored();
    if (before < events.rows()) {
      awaitRows(before + 1);
    }
  }

  /** Waits until all that was sent by now is stored; tells how long that took. */
  Duration awaitCaughtUp() throws Exception {
    int sent = feed.sent();
    long began = System.nanoTime();
    awaitRows(events.rowsOf(sent));
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void awaitRows(int rows) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(
            () -> {
              endure(Duration.ofMillis(1));
              return stored() >= rows;
            });
  }

  void tell(String what) {
    System.out.println("chaos |   " + what);
  }

  /** Ends the job; what is left is read by one that ends by itself. */
  void stop() {
    int unused = job.kill();
  }

  @Override
  public void close() throws IOException {
    job.close();
  }
}
