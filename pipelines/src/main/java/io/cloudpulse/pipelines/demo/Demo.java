package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.local.PulseHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** From nothing to answers: servers, dirty data, live visitors, and a proof that all is one. */
public final class Demo {
  private final Path home;
  private final DemoPage page;
  private final Optional<Duration> stay;

  /**
   * A demo.
   *
   * @param home the folder of the local services; the data goes into its folder {@code demo}
   * @param stay how long the page is open at the end; empty for as long as nobody stops it
   */
  public Demo(Path home, DemoPage page, Optional<Duration> stay) {
    this.home = home;
    this.page = page;
    this.stay = stay;
  }

  /** Tells the whole story, and leaves the servers up. */
  public int run() throws IOException, SQLException, InterruptedException {
    Servers servers = start();
    long began = System.nanoTime();
    Map<DemoDataset, Expected> planted = generate();
    ShopFeed feed = ShopFeed.of(DemoDataset.SEED, lastHour());
    Chapters chapters = new Chapters(servers, page, near(folder()), isUsualHome());
    chapters.history(planted, feed);
    DemoRun example = chapters.again(planted);
    chapters.ask(planted);
    chapters.narrow();
    chapters.prove();
    conclude(chapters, moved(planted, feed), began);
    openPage(chapters);
    String flag = isUsualHome() ? "" : " --home=" + near(home);
    new NextSteps(page, example, flag).show(servers.postgres());
    return chapters.problems().isEmpty() ? ExitCode.DONE : ExitCode.UNBALANCED;
  }

  /** The demo's visits have to end before those that come now begin. */
  private static Instant lastHour() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));
  }

  /** Twins are moved twice. */
  private static long moved(Map<DemoDataset, Expected> planted, ShopFeed feed) {
    long once = planted.values().stream().mapToLong(Expected::records).sum();
    long again = DemoDataset.TWINS.stream().mapToLong(twin -> planted.get(twin).records()).sum();
    return once + again + 2L * feed.lines().size();
  }

  private void openPage(Chapters chapters) throws IOException, InterruptedException {
    page.heading("The page, with visitors who come now");
    try (OpenPage open = new OpenPage(home, page)) {
      open.open(chapters.goingOn(), folder().resolve("live-shop.log"));
      page.line(stay.isPresent() ? "It stays open for " + stay.get() : "Ctrl-C closes it");
      open.stay(stay);
    }
  }

  private Servers start() throws SQLException {
    page.heading("Servers of your own");
    page.command("./pulse up");
    Servers servers = Servers.startIn(home);
    servers.all().forEach(server -> page.line(server.version() + " at " + server.address()));
    OwnData.stopIfAny(servers.postgres(), near(folder()));
    return servers;
  }

  private Map<DemoDataset, Expected> generate() throws IOException {
    page.heading("Data with known dirt");
    Map<DemoDataset, Expected> planted = new LinkedHashMap<>();
    for (DemoDataset dataset : DemoDataset.ALL) {
      Expected expected = dataset.generate(folder());
      planted.put(dataset, expected);
      page.line(
          "%-28s %,7d records: %,d bad, %,d repeated"
              .formatted(
                  near(dataset.file(folder())).getFileName(),
                  expected.records(),
                  expected.bad(),
                  expected.duplicates()));
    }
    return planted;
  }

  private void conclude(Chapters chapters, long records, long began) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    page.heading(
        chapters.problems().isEmpty() ? "Every record is accounted for" : "Not as expected");
    page.bad(chapters.problems());
    page.line("%,d records in %.1f s".formatted(records, elapsed.toMillis() / 1000.0));
  }

  private boolean isUsualHome() {
    return home.toAbsolutePath().normalize().equals(PulseHome.folder().normalize());
  }

  private Path folder() {
    return home.resolve("demo");
  }

  /** Short where it can be, so that commands fit a line and can be pasted. */
  private static Path near(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.toAbsolutePath().startsWith(here) ? here.relativize(path.toAbsolutePath()) : path;
  }
}
