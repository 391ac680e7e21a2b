package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.tests.dataflow.JobRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same records leave the same rows and dead letters, on whatever runner, in either mode, from
 * any source, in each sink; and docs/matrix.md says so of exactly what was run here.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Servers.Resolver.class)
class MatrixIT {
  private static final Path PAGE =
      Path.of(System.getProperty("pulse.project", ".."), "docs/matrix.md");
  private static final Path FRESH = Path.of("target/matrix.md");

  @TempDir private static Path folder;

  private Servers servers;
  private Moves moves;
  private Results results;

  @BeforeAll
  void offerTheSameEverywhere(Servers given) throws IOException {
    servers = given;
    results = Results.anew(Path.of("target/matrix"));
    moves = Moves.offered(servers, folder);
  }

  /** Without an emulator the rest is run, and compared with its part of the page. */
  @Order(1)
  @Test
  void lacksNothing() {
    assumeThat(servers.emulators().missing()).isEmpty();
  }

  /** All, unless a part is asked for, to look into it: {@code -Dmatrix.cells='FLINK-.*'}. */
  private static Stream<Cell> cells(Predicate<Place> places) {
    String asked = System.getProperty("matrix.cells", ".*");
    return Cell.of(Moves.DATASETS, places).stream().filter(cell -> cell.id().matches(asked));
  }

  static Stream<Cell> runs() {
    return cells(place -> place != Place.DATAFLOW);
  }

  private void skipWithout(Cell cell) throws IOException {
    Optional<String> missing = servers.emulators().missing(cell.source());
    if (missing.isPresent()) {
      results.write(Result.told(cell, Verdict.SKIPPED, missing.get()));
    }
    assumeThat(missing).isEmpty();
  }

  @Order(2)
  @ParameterizedTest
  @MethodSource("runs")
  void givesTheSame(Cell cell) throws Exception {
    skipWithout(cell);
    Offer offer = moves.offer(cell);
    Expectation right = moves.expected(cell);
    try (Stores stores = Stores.empty(servers, offer.input())) {
      CellRun run = new CellRun(cell, cell.id(), offer, stores);
      Ended plan = run.plan();
      Optional<Refused> refused = Refused.of(cell, offer.input());
      if (refused.isPresent()) {
        String words = refused.get().told(plan, offer.address().apply(cell.id()));
        results.write(Result.told(cell, Verdict.REFUSED, words));
        return;
      }
      assertThat(plan.exitCode()).as(plan.said()).isEqualTo(ExitCode.DONE);
      long began = System.nanoTime();
      Numbers numbers = run.run(right);
      double seconds = (System.nanoTime() - began) / 1e9;
      Landed landed = Landed.in(stores, offer);
      results.write(new Proof(landed, numbers, right).of(cell, seconds));
    }
  }

  static Stream<Cell> requests() {
    return cells(place -> place == Place.DATAFLOW);
  }

  @Order(3)
  @ParameterizedTest
  @MethodSource("requests")
  void isAskedOfDataflow(Cell cell) throws Exception {
    skipWithout(cell);
    Offer offer = moves.offer(cell);
    try (Stores stores = Stores.empty(servers, offer.input())) {
      DataflowRun run = new DataflowRun(cell, offer, stores, folder);
      JobRequest asked = run.launch();
      Optional<Refused> refused = Refused.of(cell, offer.input());
      if (refused.isPresent()) {
        assertThat(asked.type()).isEmpty();
        Ended ended = new Ended(asked.exitCode(), asked.said());
        String words = refused.get().told(ended, offer.address().apply(cell.id()));
        results.write(Result.told(cell, Verdict.REFUSED, words));
        return;
      }
      results.write(Result.told(cell, Verdict.JOB_REQUEST, run.told(asked)));
    }
  }

  @Order(4)
  @Test
  void isWhatThePageSays() throws Exception {
    MatrixPage page = new MatrixPage(results, Moves.DATASETS, servers.emulators().sinks());
    String fresh =
        page.of(LocalDate.now(ZoneOffset.UTC).toString(), Versions.of(servers), moves.compared());
    Path unused = Files.writeString(FRESH, fresh);
    assertThat(fresh).doesNotContain(Verdict.NOT_RUN + " |");
    boolean whole = servers.emulators().missing().isEmpty();
    if (whole && Boolean.getBoolean("update.goldens")) {
      unused = Files.writeString(PAGE, fresh);
    }
    PageCheck check = new PageCheck(Files.readString(PAGE), fresh);
    if (whole) {
      check.assertSame();
    } else {
      check.assertSameCells();
    }
  }
}
