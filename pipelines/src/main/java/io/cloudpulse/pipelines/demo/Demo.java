package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.local.PulseHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** From nothing to answers: servers, dirty data, live visitors, and a proof that all is one. */
public final class Demo {
  private final Path home;
  private final DemoPage page;

  /**
   * A demo.
   *
   * @param home the folder of the local services; the data goes into its folder {@code demo}
   */
  public Demo(Path home, DemoPage page) {
    this.home = home;
    this.page = page;
  }

  /** Tells the whole story, and leaves the servers up. */
  public int run() throws IOException, SQLException {
    Servers servers = start();
    long began = System.nanoTime();
    Map<DemoDataset, Expected> planted = generate();
    ShopFeed feed = ShopFeed.of(DemoDataset.SEED);
    Chapters chapters = new Chapters(servers, page, near(folder()), isUsualHome());
    chapters.history(planted, feed);
    DemoRun example = chapters.again(planted);
    chapters.ask(planted);
    chapters.prove();
    long records = planted.values().stream().mapToLong(Expected::records).sum();
    conclude(chapters, 2 * (records + feed.lines().size()), began);
    String flag = isUsualHome() ? "" : " --home=" + near(home);
    new NextSteps(page, example, flag).show(servers.postgres());
    return chapters.problems().isEmpty() ? ExitCode.DONE : ExitCode.UNBALANCED;
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
