package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.demo.Proof.Way;
import io.cloudpulse.pipelines.generate.Expected;
import io.cloudpulse.pipelines.move.RunIds;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parts of the demo's story; each tells what it did and whether it came out right. */
final class Chapters {
  private final Servers servers;
  private final DemoPage page;
  private final Path folder;
  private final String batchSink;
  private final LiveSide live;
  private final Twins twins;
  private final List<String> problems = new ArrayList<>();

  Chapters(Servers servers, DemoPage page, Path folder, boolean usualHome) {
    this.servers = servers;
    this.page = page;
    this.folder = folder;
    this.batchSink =
        usualHome
            ? "postgres,elasticsearch"
            : servers.database("pulse") + "," + servers.elasticsearch().address();
    this.live = new LiveSide(servers);
    this.twins = new Twins(servers, live);
  }

  List<String> problems() {
    return problems;
  }

  /** Live visitors are followed while history loads; then the visits are loaded as a batch. */
  void history(Map<DemoDataset, Expected> planted, ShopFeed feed) throws IOException, SQLException {
    live.reset();
    twins.forget(Stream.concat(Stream.of(shop()), aggregates()));
    OwnData.forgetVisits(servers.postgres(), Stream.concat(Stream.of(shop()), aggregates()));
    Path archive = LiveStory.archive(feed, folder);
    DemoRun following = stream(ShopFeed.DATASET, live.newTopic("demo.shop"), "shop");
    page.heading("Visitors of a shop, live: %,d messages".formatted(feed.lines().size()));
    page.command(following.command());
    try (LiveStory story = new LiveStory(live, feed, following, folder)) {
      story.start();
      planted.forEach(this::load);
      page.heading("The visitors, meanwhile");
      story.awaitRows();
      page.line("every visit is a row, while the job goes on");
      check(story.finish(), feed);
    }
    twins.note(Stream.concat(Stream.of(shop()), aggregates()), Way.STREAM_IN_POSTGRES);
    twins.forget(Stream.concat(Stream.of(shop()), aggregates()));
    page.heading("The same visits as a batch");
    check(tell(new DemoRun(ShopFeed.DATASET, "files:" + archive, batchSink)), feed);
    twins.note(Stream.concat(Stream.of(shop()), aggregates()), Way.BATCH_IN_POSTGRES);
  }

  private void load(DemoDataset dataset, Expected expected) {
    page.heading(dataset.name());
    check(
        Expectations.missedBy(tell(batch(dataset)), expected), "refused exactly what was planted");
  }

  private void check(RunReport report, ShopFeed feed) {
    check(Expectations.missedBy(report, feed), "refused exactly what was planted");
  }

  /** Each twin as a stream of messages; returns the first batch, as an example. */
  DemoRun again(Map<DemoDataset, Expected> planted) throws IOException, SQLException {
    for (DemoDataset dataset : DemoDataset.TWINS) {
      twins.note(dataset.tables(), Way.BATCH_IN_POSTGRES);
      twins.forget(dataset.tables());
      page.heading(dataset.name() + " again, as a stream");
      String topic = live.newTopic("demo." + dataset.name());
      DemoRun run = stream(dataset.name(), topic + dataset.send(topic, folder), dataset.name());
      check(
          Expectations.missedBy(tell(run.untilEnd()), planted.get(dataset)),
          "refused exactly what was planted");
      twins.note(dataset.tables(), Way.STREAM_IN_POSTGRES);
    }
    return batch(DemoDataset.TWINS.get(0));
  }

  void ask(Map<DemoDataset, Expected> planted) throws SQLException {
    try (Answers answers = Answers.from(servers.postgres())) {
      page.heading("Rows in the tables");
      check(Expectations.missedIn(answers, planted), "each table holds what was planted, once");
      for (Question question : Question.ALL) {
        page.heading(question.heading());
        answers.to(question.sql()).forEach(page::line);
      }
    }
  }

  /** A table that refuses what it should not, until it is mended: letters that can be replayed. */
  void narrow() throws IOException, SQLException {
    page.heading("A table that somebody narrowed");
    NarrowedTable table = new NarrowedTable(servers.postgres());
    long dear = NarrowedTable.write(folder);
    table.narrow();
    page.line(
        "alter table northwind.products add check (unit_price < %d)".formatted(DemoDataset.DEAR));
    RunReport report;
    try {
      report =
          tell(
              new DemoRun(NarrowedTable.DATASET, "files:" + NarrowedTable.file(folder), batchSink));
    } finally {
      table.mend();
    }
    check(Expectations.missedBy(report, dear), "refused by the table, and by nobody else: " + dear);
    page.line("the check is gone again: replay those letters, and they are rows");
  }

  void prove() {
    page.heading("Batch = stream: the rows of each dataset in each sink, as one number");
    twins.proof().table().forEach(page::line);
    check(twins.proof().differences(), "the same rows everywhere");
  }

  private DemoRun batch(DemoDataset dataset) {
    return new DemoRun(dataset.name(), "files:" + dataset.file(folder), batchSink);
  }

  /** Visitors that go on, into the tables and indices of the batches. */
  DemoRun goingOn() {
    return new DemoRun(
        ShopFeed.DATASET, servers.topic(LiveShop.TOPIC), batchSink, List.of("--job=demo.live"));
  }

  private DemoRun stream(String dataset, String source, String job) {
    String name = "--job=demo." + job + "." + RunIds.next(Clock.systemUTC());
    String sink = live.database() + "," + servers.elasticsearch().address();
    return new DemoRun(dataset, source, sink, List.of(name));
  }

  private RunReport tell(DemoRun run) {
    page.command(run.command());
    RunReport report = run.run();
    ReportLines.of(report).forEach(page::line);
    return report;
  }

  private void check(List<String> missed, String asExpected) {
    if (missed.isEmpty()) {
      page.good(asExpected);
    } else {
      page.bad(missed);
      problems.addAll(missed);
    }
  }

  private static Dataset shop() {
    return Datasets.named(ShopFeed.DATASET);
  }

  private static Stream<Dataset> aggregates() {
    return ActivityAggregates.in(ActivityWindows.ofGeneration(0)).stream()
        .map(aggregate -> aggregate.dataset());
  }
}
