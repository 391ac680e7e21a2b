package io.cloudpulse.pipelines.demo;

import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Visitors of the shop who come now, and go on coming: some twelve events a second. */
final class LiveShop implements AutoCloseable {
  static final String TOPIC = "demo.live";

  private static final long TICK_MILLIS = 250;
  private static final Duration LONGEST_VISIT = Duration.ofMinutes(10);
  private static final double VISITS_A_SECOND = 2;
  private static final int BROKEN_EVERY = 1_500;

  private final KafkaLines lines;
  private final Clock clock;
  private final Random dice = new Random();
  private final String name;
  private final PriorityQueue<ShopVisit.Event> coming =
      new PriorityQueue<>(Comparator.comparing(ShopVisit.Event::comes));
  private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
  private Instant planned;
  private int visits;

  private LiveShop(KafkaLines lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
    this.name = Long.toString(clock.millis(), Character.MAX_RADIX);
    this.planned = now().minus(LONGEST_VISIT);
  }

  /** Opens it: the shop is as full as it will be, for some came before. */
  static LiveShop open(String topic, Clock clock) {
    LiveShop shop = new LiveShop(KafkaLines.to(KafkaAddress.parse(topic)), clock);
    shop.plan();
    shop.coming.removeIf(event -> event.comes().isBefore(shop.now()));
    var unused = shop.ticks.scheduleAtFixedRate(shop::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return shop;
  }

  private void tick() {
    plan();
    while (!coming.isEmpty() && !coming.peek().comes().isAfter(now())) {
      send(coming.remove().line());
    }
  }

  /** Visits that begin between the last tick and this one. */
  private void plan() {
    for (Instant now = now(); planned.isBefore(now); planned = planned.plusMillis(pause())) {
      coming.addAll(ShopVisit.events("live-" + name + "-" + visits++, planned, dice));
    }
  }

  private long pause() {
    return Math.round(-Math.log(1 - dice.nextDouble()) * 1_000 / VISITS_A_SECOND);
  }

  private void send(String line) {
    lines.send(line.getBytes(StandardCharsets.UTF_8));
    if (dice.nextInt(BROKEN_EVERY) == 0) {
      String broken = ShopFeed.broken(line, dice, new TreeMap<>());
      lines.send(broken.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    ticks.shutdownNow();
    lines.close();
  }
}
