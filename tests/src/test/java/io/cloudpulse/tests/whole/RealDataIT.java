package io.cloudpulse.tests.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.RealData;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real file that a dataset is shipped for comes out with its known totals. */
@ExtendWith(PostgresServer.class)
class RealDataIT {
  /** Samples beside the datasets that are shipped, and files of tests of their own. */
  private static final List<String> WITHOUT_A_DATASET =
      List.of("books/goodbooks_ratings_sample.csv", "books/goodbooks_tags.csv");

  private static Path folder;
  private static Database database;

  @BeforeAll
  static void openOneDatabaseForAll(Database all) {
    folder = RealData.folder();
    database = all;
  }

  static Stream<Expectation> expectations() throws IOException {
    return Expectation.all().stream();
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void givesTheKnownTotals(Expectation expected) throws SQLException {
    RunReport report =
        Moving.of(expected.dataset(), database).move(folder.resolve(expected.source()));

    SoftAssertions all = new SoftAssertions();
    all.assertThat(report.imbalance()).isEmpty();
    all.assertThat(report.exitCode()).isZero();
    all.assertThat(List.of(report.read(), report.accepted(), report.refused()))
        .as("read, accepted, refused")
        .containsExactly(expected.read(), expected.accepted(), expected.refused());
    all.assertThat(database.one("select count(*) from " + expected.dataset()))
        .as("rows")
        .isEqualTo(Long.toString(expected.rows()));
    for (Expectation.Check check : expected.checks()) {
      all.assertThat(database.one(check.sql())).as(check.sql()).isEqualTo(check.result());
    }
    all.assertAll();
  }

  /** But of those that only streams bring: their tests are beside the streams'. */
  @Test
  void expectsSomethingOfEveryShippedDataset() throws IOException {
    assertThat(expectations().map(Expectation::dataset).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Datasets.shipped().stream()
                .filter(name -> Datasets.named(name).enrichment().isEmpty())
                .toList());
  }

  @Test
  void leavesNoCsvFileOut() throws IOException {
    List<PathMatcher> expected =
        expectations()
            .map(each -> FileSystems.getDefault().getPathMatcher("glob:" + each.source()))
            .toList();

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(
              files
                  .map(folder::relativize)
                  .filter(file -> file.toString().endsWith(".csv"))
                  .filter(file -> !file.startsWith("torture_csv_spectrum"))
                  .filter(file -> !file.startsWith("torture_csv_test_data"))
                  .filter(file -> !file.startsWith("json_logs"))
                  .filter(file -> expected.stream().noneMatch(glob -> glob.matches(file)))
                  .map(Path::toString)
                  .sorted()
                  .toList())
          .containsExactlyElementsOf(WITHOUT_A_DATASET);
    }
  }
}
