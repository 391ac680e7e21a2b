package io.cloudpulse.serving.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LauncherTest {
  private static final Path REPORT = Path.of("/tmp/report.json");
  private static final String DATABASE = "jdbc:postgresql://db/pulse?user=reader";
  private static final Launcher LAUNCHER =
      new Launcher(
          Path.of("/opt/pulse"),
          DATABASE,
          Map.of("theatre.tickets", "tickets.yaml"),
          Duration.ofMinutes(1));

  @Test
  void sendsALetterWhereItsRunSentTheOthers() {
    assertThat(
            LAUNCHER.replay(
                "0f", "northwind.orders", "jdbc:postgresql://a/b,bigquery://p/d", REPORT))
        .containsExactly(
            "/opt/pulse",
            "dead-letters",
            "replay",
            "0f",
            "--sink=jdbc:postgresql://a/b,bigquery://p/d",
            "--report=/tmp/report.json",
            "--quiet");
  }

  @Test
  void saysWhereTheLetterIsIfNoSinkDoes() {
    assertThat(LAUNCHER.replay("0f", "northwind.orders", "elasticsearch://e:9200", REPORT))
        .contains("--from=" + DATABASE, "--ledger=" + DATABASE);
  }

  @Test
  void readsALetterOfADatasetOfOnesOwnByItsFile() {
    assertThat(LAUNCHER.replay("0f", "theatre.tickets", "jdbc:postgresql://a/b", REPORT))
        .endsWith("--datasetFile=tickets.yaml");
  }
}
