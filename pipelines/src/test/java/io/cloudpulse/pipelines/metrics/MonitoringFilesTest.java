package io.cloudpulse.pipelines.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.live.Statuses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is shipped for Prometheus and Grafana names metrics that there are. */
class MonitoringFilesTest {
  private static final Path FOLDER = Path.of("../runners-config/monitoring");

  /**
   * A word before a selector, a range or the end of an expression's term; no function, no label.
   */
  private static final Pattern METRIC = Pattern.compile("\\b(?:pulse|jvm|process)_[a-z_]+\\b");

  @Test
  void alertsNameMetricsThatThereAre() throws Exception {
    List<String> expressions = new ArrayList<>();
    collect(yaml("prometheus-alerts.yaml"), expressions);

    assertThat(expressions).hasSize(6);
    assertThat(exported()).containsAll(metrics(expressions));
  }

  @Test
  void theDashboardNamesMetricsThatThereAre() throws Exception {
    JsonNode board = new ObjectMapper().readTree(FOLDER.resolve("grafana-dashboard.json").toFile());
    List<String> expressions = board.path("panels").findValuesAsText("expr");

    assertThat(expressions).hasSizeGreaterThan(10);
    assertThat(exported()).containsAll(metrics(expressions));
  }

  @Test
  void everyMetricOfARunIsOnTheDashboard() throws Exception {
    Set<String> ours = exported();
    ours.removeIf(metric -> !metric.startsWith("pulse_"));

    assertThat(Files.readString(FOLDER.resolve("grafana-dashboard.json"))).contains(ours);
  }

  @Test
  void theScrapeExampleLoadsTheAlerts() throws Exception {
    assertThat(yaml("prometheus.yaml"))
        .extractingByKey("rule_files")
        .isEqualTo(List.of("prometheus-alerts.yaml"));
  }

  private static java.util.Map<String, Object> yaml(String file) throws Exception {
    Object read =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(FOLDER.resolve(file)));
    return new ObjectMapper()
        .convertValue(read, new com.fasterxml.jackson.core.type.TypeReference<>() {});
  }

  private static void collect(Object node, List<String> expressions) {
    JsonNode tree = new ObjectMapper().valueToTree(node);
    expressions.addAll(tree.findValuesAsText("expr"));
  }

  private static Set<String> metrics(List<String> expressions) {
    Set<String> names = new TreeSet<>();
    for (String expression : expressions) {
      Matcher name = METRIC.matcher(expression);
      while (name.find()) {
        names.add(name.group());
      }
    }
    assertThat(names).isNotEmpty();
    return names;
  }

  /** By scraping a server. */
  private static Set<String> exported() throws Exception {
    MetricsServer server = MetricsServer.on(0, RunMetricsTest.RUN);
    try {
      server.see(Statuses.stream());
      Set<String> names = new TreeSet<>();
      RunMetricsTest.get(server.address())
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> names.add(line.split("[{ ]")[0]));
      return names;
    } finally {
      server.close();
    }
  }
}
