package io.cloudpulse.tests.stocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.RealData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of prices give the signals that PostgreSQL computes of the same prices. */
@ExtendWith(PostgresServer.class)
class SignalsIT {
  /** Of 25 shares, for a year and four months. */
  private static final int ROWS = 25 * 280;

  private static final String COUNTS = "7000|2025|500";

  @TempDir static Path folder;

  private static List<String> lines;

  @BeforeAll
  static void generate() throws Exception {
    Path file = folder.resolve("prices.csv");
    PulseCommand ended =
        PulseCommand.run(
            "generate", "--dataset=stocks.prices", "--rows=" + ROWS, "--seed=38", "--out=" + file);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    lines = Files.readAllLines(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"flink", "spark"})
  void areWhatTheDatabaseComputes(String runner, Database database) throws Exception {
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    rows.addAll(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new Random(1));

    RunReport report = moving(database).on(runner).move(write("shuffled.csv", rows));

    assertThat(report.imbalance()).isEmpty();
    assertThat(new Signals(database).differences()).isEmpty();
    assertThat(new Signals(database).counts()).isEqualTo(COUNTS);
  }

  /** What was loaded later knows one day of each look-back alone: it replaces no better row. */
  @Test
  void areMendedFromTheTableAfterALoadOfAPart(Database database) throws Exception {
    Moving moving = moving(database).on("flink");
    RunReport first =
        moving.with("--asOf=2026-01-01").move(write("all.csv", lines.subList(1, lines.size())));
    List<String> before = database.query("select * from stocks.signals order by symbol, date");
    String corrected = lines.get(26).replaceFirst(",[0-9.]+,[0-9.]+,[0-9.]+,[0-9.]+,", ",1,9,1,2,");

    RunReport part = moving.with("--asOf=2026-02-01").move(write("part.csv", List.of(corrected)));

    assertThat(first.imbalance()).isEmpty();
    assertThat(part.imbalance()).isEmpty();
    assertThat(database.query("select * from stocks.signals order by symbol, date"))
        .isEqualTo(before);
    assertThat(new Signals(database).differences()).isNotEmpty();
    String[] again = {
      "run",
      "--dataset=stocks.prices",
      "--source=" + database.sink(),
      "--sink=" + database.sink(),
      "--runner=flink"
    };
    PulseCommand ended = PulseCommand.run(again);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(new Signals(database).differences()).isEmpty();
    assertThat(new Signals(database).counts()).isEqualTo(COUNTS);
  }

  @Test
  void ofNvidiaAreWhatTheDatabaseComputes(Database database) throws Exception {
    Path file = RealData.folder().resolve("nvda/NVDA_2019_2024.csv");
    assumeTrue(Files.exists(file), () -> file + " is missing");

    RunReport report = moving(database).on("flink").move(file);

    assertThat(report.imbalance()).isEmpty();
    assertThat(new Signals(database).differences()).isEmpty();
    assertThat(new Signals(database).counts()).isEqualTo("1259|1060|1008");
    assertThat(
            database.one(
                "select close, log_return, average_5, average_200, volatility_20, low_52_weeks"
                    + " from stocks.signals where date = '2024-03-15'"))
        .isEqualTo("878.369995|-0.00121743|888.711999|511.925100|0.728968|251.300003");
  }

  private static Moving moving(Database database) {
    return Moving.of("stocks.prices", database);
  }

  private static Path write(String name, List<String> rows) throws Exception {
    List<String> all = new ArrayList<>(List.of(lines.get(0)));
    all.addAll(rows);
    return Files.write(folder.resolve(name), all);
  }
}
