package io.cloudpulse.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.tests.cluster.FlinkCluster;
import io.cloudpulse.tests.cluster.SparkCluster;
import io.cloudpulse.tests.dataflow.JobRequest;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
@ExtendWith({
  FlinkCluster.Resolver.class,
  SparkCluster.Resolver.class,
  PostgresServer.class,
  ElasticsearchServer.class,
  KafkaServer.class
})
class MatrixIT {
  private static final List<String> DATASETS =
      List.of("northwind.orders", "activity.events", "books.isbn");

  private static final Path PAGE =
      Path.of(System.getProperty("pulse.project", ".."), "docs/matrix.md");
  private static final Path FRESH = Path.of("target/matrix.md");

  @TempDir private static Path folder;

  private final Map<String, Map<Source, Offer>> offers = new HashMap<>();
  private final Map<String, Map<Source, Expectation>> expected = new HashMap<>();
  private Machines machines;
  private Database catalogue;
  private Indices indices;
  private References references;
  private Results results;

  @BeforeAll
  void offerTheSameEverywhere(
      FlinkCluster flink, SparkCluster spark, Database given, Indices node, Topics topics)
      throws Exception {
    machines = new Machines(flink, spark);
    catalogue = given;
    indices = node;
    results = Results.anew(Path.of("target/matrix"));
    loadCatalogue();
    references = new References(machines, catalogue, indices);
    for (Input input : Inputs.all()) {
      offers.put(input.dataset().name(), Offer.everywhere(input, folder, topics));
    }
  }

  private Map<Source, Expectation> expected(String dataset) throws Exception {
    if (!expected.containsKey(dataset)) {
      expected.put(dataset, references.of(offers.get(dataset)));
    }
    return expected.get(dataset);
  }

  /** Every database begins with it. */
  private void loadCatalogue() {
    Path books = folder.resolve("catalogue.csv");
    PulseCommand generated =
        PulseCommand.run("generate", "--dataset=books.catalogue", "--rows=3000", "--out=" + books);
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    assertThat(Moving.of("books.catalogue", catalogue).move(books).exitCode()).isZero();
  }

  /** All, unless a part is asked for, to look into it: {@code -Dmatrix.cells='FLINK-.*'}. */
  private static Stream<Cell> cells(Predicate<Place> places) {
    String asked = System.getProperty("matrix.cells", ".*");
    return Cell.of(DATASETS, places).stream().filter(cell -> cell.id().matches(asked));
  }

  static Stream<Cell> runs() {
    return cells(place -> place != Place.DATAFLOW);
  }

  private Database freshDatabase() throws SQLException {
    return catalogue.copy("m_" + UUID.randomUUID().toString().replace('-', '_'));
  }

  @Order(1)
  @ParameterizedTest
  @MethodSource("runs")
  void givesTheSame(Cell cell) throws Exception {
    Offer offer = offers.get(cell.dataset()).get(cell.source());
    Expectation right = expected(cell.dataset()).get(cell.source());
    try (Stores stores = Stores.empty(freshDatabase(), indices, offer.input())) {
      CellRun run = new CellRun(cell, offer, machines, stores);
      Ended plan = run.plan();
      if (plan.exitCode() != ExitCode.DONE) {
        results.write(Result.told(cell, Verdict.REFUSED, reason(plan, offer)));
        return;
      }
      long began = System.nanoTime();
      Numbers numbers = run.run(right);
      double seconds = (System.nanoTime() - began) / 1e9;
      Landed landed = Landed.in(stores, offer.input());
      assertSame(landed, numbers, right);
      List<Expectation> wrong = right.wrong();
      int seen = (int) wrong.stream().filter(each -> isSeen(each, landed)).count();
      assertThat(seen).as("wrong expectations that were noticed").isEqualTo(wrong.size());
      results.write(
          new Result(cell, Verdict.PROVEN, landed.checksums(), wrong.size(), seen, seconds, ""));
    }
  }

  private static String reason(Ended plan, Offer offer) {
    assertThat(plan.exitCode()).as(plan.said()).isIn(ExitCode.WRONG_FLAGS, ExitCode.PLAN_REFUSED);
    return plan.said().strip().replace(offer.address(), "files:orders*.csv").replace('\n', ' ');
  }

  private static void assertSame(Landed landed, Numbers numbers, Expectation right) {
    assertThat(numbers).isEqualTo(right.numbers());
    assertThat(landed.differences(right.rows())).isEmpty();
    assertThat(landed.letters()).isEqualTo(right.letters());
  }

  /** The canary: one wrong value of one row, of any table, is told of in every sink. */
  private static boolean isSeen(Expectation wrong, Landed landed) {
    List<String> told = landed.differences(wrong.rows());
    return told.size() == Sink.values().length
        && told.stream().allMatch(line -> line.contains("but in expectation: "));
  }

  static Stream<Cell> requests() {
    return cells(place -> place == Place.DATAFLOW);
  }

  @Order(2)
  @ParameterizedTest
  @MethodSource("requests")
  void isAskedOfDataflow(Cell cell) throws Exception {
    Offer offer = offers.get(cell.dataset()).get(cell.source());
    try (Stores stores = Stores.empty(freshDatabase(), indices, offer.input())) {
      JobRequest asked = offer.launch(cell, stores, folder);
      if (asked.type().isEmpty()) {
        Ended ended = new Ended(asked.exitCode(), asked.said());
        results.write(Result.told(cell, Verdict.REFUSED, reason(ended, offer)));
        return;
      }
      assertThat(asked.exitCode()).as(asked.said()).isZero();
      assertThat(asked.type()).isEqualTo("JOB_TYPE_" + cell.mode().name());
      for (Sink sink : Sink.values()) {
        assertThat(asked.steps()).contains("Write to %s:%s".formatted(sink.id(), cell.dataset()));
      }
      String words = "%s, %d steps".formatted(asked.type(), asked.steps().size());
      results.write(Result.told(cell, Verdict.JOB_REQUEST, words));
    }
  }

  @Order(3)
  @Test
  void isWhatThePageSays() throws Exception {
    List<Compared> compared = new ArrayList<>();
    for (String dataset : DATASETS) {
      Input input = offers.get(dataset).get(Source.FILES).input();
      compared.add(new Compared(input, expected(dataset)));
    }
    String page =
        new MatrixPage(results, DATASETS)
            .of(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Versions.of(catalogue, indices),
                compared);
    Path unused = Files.writeString(FRESH, page);
    assertThat(page).doesNotContain(Verdict.NOT_RUN + " |");
    if (Boolean.getBoolean("update.goldens")) {
      unused = Files.writeString(PAGE, page);
    }
    assertThat(MatrixPage.steady(Files.readString(PAGE)))
        .as("docs/matrix.md; to renew it, run all of this with -Dupdate.goldens=true")
        .isEqualTo(MatrixPage.steady(page));
  }
}
