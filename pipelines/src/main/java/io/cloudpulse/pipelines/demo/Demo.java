package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.PulseHome;
import io.cloudpulse.pipelines.local.RunningPostgres;
import io.cloudpulse.pipelines.move.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From nothing to answers: a server, dirty data, runs that account for every record, SQL. */
public final class Demo {
  private final LocalPostgres postgres;
  private final Path home;
  private final DemoPage page;
  private final List<String> problems = new ArrayList<>();

  /**
   * A demo.
   *
   * @param home the folder of the local services; the data goes into its folder {@code demo}
   */
  public Demo(LocalPostgres postgres, Path home, DemoPage page) {
    this.postgres = postgres;
    this.home = home;
    this.page = page;
  }

  /** Tells the whole story, and leaves the server up. */
  public int run() throws IOException, SQLException {
    RunningPostgres server = start();
    long began = System.nanoTime();
    Map<DemoDataset, Expected> planted = generate();
    planted.forEach((dataset, expected) -> move(runOf(dataset, server), expected));
    ask(server, planted);
    DemoDataset first = DemoDataset.ALL.get(0);
    moveAgain(runOf(first, server), planted.get(first));
    conclude(planted, Duration.ofNanos(System.nanoTime() - began));
    String flag = isUsualHome() ? "" : " --home=" + near(home);
    new NextSteps(page, runOf(first, server), flag).show(server);
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.UNBALANCED;
  }

  private RunningPostgres start() throws SQLException {
    page.heading("A database of your own");
    page.command("./pulse up");
    RunningPostgres server = postgres.start();
    page.line(server.version() + " at " + server.address());
    OwnData.stopIfAny(server, DemoDataset.ALL, near(folder()));
    return server;
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

  private void move(DemoRun run, Expected expected) {
    page.heading(run.dataset());
    page.command(run.command());
    RunReport report = run.run();
    ReportLines.of(report).forEach(page::line);
    tell(Expectations.missedBy(report, expected), "refused exactly what was planted");
  }

  private void ask(RunningPostgres server, Map<DemoDataset, Expected> planted) throws SQLException {
    try (Answers answers = Answers.from(server)) {
      page.heading("Rows in the tables");
      tell(Expectations.missedIn(answers, planted), "each table holds what was planted, once");
      for (Question question : Question.ALL) {
        page.heading(question.heading());
        answers.to(question.sql()).forEach(page::line);
      }
    }
  }

  private void moveAgain(DemoRun run, Expected expected) {
    page.heading("The same again: nothing may change");
    page.command(run.command());
    RunReport report = run.run();
    ReportLines.of(report).forEach(page::line);
    tell(Expectations.missedAgainBy(report, expected), "every record was superseded");
  }

  private DemoRun runOf(DemoDataset dataset, RunningPostgres server) {
    String sink =
        isUsualHome()
            ? "postgres"
            : server.jdbcUrl()
                + "?user="
                + server.user()
                + "&password=secret://file"
                + server.passwordFile().toAbsolutePath();
    return new DemoRun(dataset.name(), near(dataset.file(folder())), sink);
  }

  private void conclude(Map<DemoDataset, Expected> planted, Duration elapsed) {
    long records = planted.values().stream().mapToLong(Expected::records).sum();
    page.heading(problems.isEmpty() ? "Every record is accounted for" : "Not as expected");
    page.bad(problems);
    page.line(
        "%,d records of %d datasets in %.1f s"
            .formatted(records, planted.size(), elapsed.toMillis() / 1000.0));
  }

  private void tell(List<String> missed, String asExpected) {
    if (missed.isEmpty()) {
      page.good(asExpected);
    } else {
      page.bad(missed);
      problems.addAll(missed);
    }
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
