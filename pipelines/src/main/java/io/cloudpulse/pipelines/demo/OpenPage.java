package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.local.LocalServing;
import io.cloudpulse.pipelines.local.RunningServing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of the demo: the page is open, and visitors come. What is started here ends here; where
 * this process is killed, {@code pulse down} ends it.
 */
final class OpenPage implements AutoCloseable {
  private final LocalServing serving;
  private final DemoPage page;
  private LiveJob job;
  private LiveShop shop;

  OpenPage(Path home, DemoPage page) {
    this.serving = LocalServing.in(home);
    this.page = page;
  }

  /** Opens it, and returns once its numbers move. */
  void open(DemoRun visitors, Path log) throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close)); // Ctrl-C
    RunningServing server = serving.start();
    page.command(visitors.command());
    job = LiveJob.startWith(serving.companion(), visitors.flags(), log);
    shop = LiveShop.open(visitors.source(), Clock.systemUTC());
    page.command("./pulse serve");
    page.good("it moves: " + new PageCheck(server).movingNumbers());
    page.address(server.address());
  }

  /** Stays open for a time, or until the process is told to end. */
  void stay(Optional<Duration> time) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    if (time.isPresent()) {
      var unused = never.await(time.get().toMillis(), TimeUnit.MILLISECONDS);
    } else {
      never.await();
    }
  }

  @Override
  public synchronized void close() {
    if (shop != null) {
      shop.close();
      shop = null;
    }
    if (job != null) {
      job.close();
      job = null;
    }
    serving.stop();
  }
}
