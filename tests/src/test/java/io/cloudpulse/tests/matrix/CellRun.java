package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of an offer at a place.
 *
 * @param name which no other run of the offer has
 */
record CellRun(Cell cell, String name, Offer offer, Stores stores) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Machines machines() {
    return stores.servers().machines();
  }

  /** What every command of it takes, those of its place aside. */
  private List<String> flags(String command) {
    List<String> args = new ArrayList<>();
    args.add(command);
    args.addAll(offer.flags());
    args.add("--source=" + offer.address().apply(name));
    args.add("--sink=" + String.join(",", stores.addresses()));
    args.add("--mode=" + cell.mode());
    args.add("--maxRefused=1");
    if (cell.mode() == Mode.STREAMING) {
      args.addAll(machines().streamFlags(cell.place(), cell.source()));
      if (cell.source() != Source.FILES) {
        args.add("--until=end");
      }
    }
    return args;
  }

  /** Asks what would be run, and whether the runner can. */
  Ended plan() throws IOException {
    List<String> args = flags("plan");
    args.addAll(machines().flags(cell.place()));
    PulseCommand ended = PulseCommand.run(args.toArray(String[]::new));
    return new Ended(ended.exitCode(), ended.out() + ended.err());
  }

  /** Runs it, and returns what it counted once all has landed that is expected, or nothing will. */
  Numbers run(Expectation expected) throws Exception {
    return cell.mode() == Mode.STREAMING && cell.source() == Source.FILES
        ? watch(expected)
        : runToEnd();
  }

  private Numbers runToEnd() throws IOException {
    Path file = Files.createTempFile("pulse-report", ".json");
    try {
      List<String> args = flags("run");
      args.add("--report=" + file);
      Ended ended = machines().run(cell.place(), args);
      assertThat(ended.exitCode()).as(ended.said()).isZero();
      RunReport report = JSON.readValue(file.toFile(), RunReport.class);
      assertThat(report.imbalance()).isEmpty();
      assertThat(report.refusedBySink().values()).allMatch(count -> count == 0);
      return Numbers.of(report);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** A watched folder has no end: it is told to end when it has done what it should. */
  private Numbers watch(Expectation expected) throws Exception {
    List<String> args = flags("run");
    args.add("--quiet");
    try (Started job = machines().start(cell.place(), args)) {
      await()
          .atMost(Duration.ofMinutes(10))
          .pollInterval(Duration.ofMillis(500))
          .failFast("the stream ended", () -> !job.alive().getAsBoolean())
          .ignoreExceptions()
          .untilAsserted(() -> assertThere(expected));
      assertThat(job.terminate().getAsInt()).isEqualTo(143);
    }
    return counted();
  }

  /** What costs most to look at comes last. */
  private void assertThere(Expectation expected) throws Exception {
    assertThat(counted()).isEqualTo(expected.numbers());
    for (Sink sink : stores.sinks()) {
      List<Rows> rows = Landed.rows(stores, offer.input(), sink);
      assertThat(Landed.differences(rows, expected.rows())).isEmpty();
    }
  }

  private Numbers counted() throws IOException {
    PulseCommand status =
        PulseCommand.run("status", "--json", "--all", "--ledger=" + stores.database().sink());
    JsonNode job = JSON.readTree(status.out()).path("jobs").path(0);
    return Numbers.of(job);
  }
}
