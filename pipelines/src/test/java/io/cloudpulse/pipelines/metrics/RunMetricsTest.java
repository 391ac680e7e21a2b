package io.cloudpulse.pipelines.metrics;

import static io.cloudpulse.pipelines.live.Statuses.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.live.Statuses;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
  static final RunLabels RUN =
      new RunLabels("shop-events", "activity.events", "kafka:shop", "flink", "streaming");

  private static final String EXPECTED =
      """
      # HELP pulse_dead_letters_open Dead letters of the job that nobody has dealt with.
      # TYPE pulse_dead_letters_open gauge
      pulse_dead_letters_open{dataset="activity.events",job="shop-events"} 10.0
      # HELP pulse_heartbeat_timestamp_seconds When the job was last looked at, in seconds since 1970.
      # TYPE pulse_heartbeat_timestamp_seconds gauge
      pulse_heartbeat_timestamp_seconds{dataset="activity.events",job="shop-events"} 1.7092944E9
      # HELP pulse_lag_records Messages left to read.
      # TYPE pulse_lag_records gauge
      pulse_lag_records{dataset="activity.events",job="shop-events",partition="0"} 10.0
      pulse_lag_records{dataset="activity.events",job="shop-events",partition="1"} 0.0
      # HELP pulse_records_accepted_total Records that fit their dataset.
      # TYPE pulse_records_accepted_total counter
      pulse_records_accepted_total{dataset="activity.events",job="shop-events"} 990.0
      # HELP pulse_records_read_total Records read.
      # TYPE pulse_records_read_total counter
      pulse_records_read_total{dataset="activity.events",job="shop-events"} 1000.0
      # HELP pulse_records_refused_total Records refused while reading, by reason.
      # TYPE pulse_records_refused_total counter
      pulse_records_refused_total{dataset="activity.events",job="shop-events",reason="malformed"} 10.0
      # HELP pulse_run_info What runs.
      # TYPE pulse_run_info gauge
      pulse_run_info{dataset="activity.events",job="shop-events",mode="streaming",runner="flink",source="kafka:shop"} 1
      # HELP pulse_sink_records_total What sinks took; superseded are those that changed no row.
      # TYPE pulse_sink_records_total counter
      pulse_sink_records_total{dataset="activity.events",job="shop-events",outcome="delivered",sink="postgres"} 990.0
      pulse_sink_records_total{dataset="activity.events",job="shop-events",outcome="refused",sink="postgres"} 0.0
      pulse_sink_records_total{dataset="activity.events",job="shop-events",outcome="superseded",sink="postgres"} 5.0
      # HELP pulse_watermark_delay_seconds How far event time is behind.
      # TYPE pulse_watermark_delay_seconds gauge
      pulse_watermark_delay_seconds{dataset="activity.events",job="shop-events"} 3.0
      # HELP pulse_watermark_seconds How far event time has come, in seconds since 1970.
      # TYPE pulse_watermark_seconds gauge
      pulse_watermark_seconds{dataset="activity.events",job="shop-events",partition="0"} 1.709294397E9
      pulse_watermark_seconds{dataset="activity.events",job="shop-events",partition="1"} 1.709294399E9
      """;

  @Test
  void areTheLastSnapshotInPrometheusText() throws IOException {
    RunMetrics metrics = new RunMetrics(RUN, Clock.fixed(NOON, ZoneOffset.UTC));

    metrics.see(Statuses.stream());

    assertThat(text(metrics)).isEqualTo(EXPECTED);
  }

  @Test
  void areWhatRunsAloneBeforeTheFirstSnapshot() throws IOException {
    String text = text(new RunMetrics(RUN, Clock.fixed(NOON, ZoneOffset.UTC)));

    assertThat(text.lines().filter(line -> !line.startsWith("#")))
        .singleElement()
        .asString()
        .startsWith("pulse_run_info{");
  }

  @Test
  void areServedOnAFreePortWithTheHealthOfTheServer() throws Exception {
    MetricsServer server = MetricsServer.on(0, RUN);
    server.see(Statuses.stream());
    try {
      assertThat(get(server.address()))
          .contains("pulse_records_read_total{", "jvm_memory_used_bytes{area=\"heap\"}");
      assertThat(get("http://127.0.0.1:" + server.port() + "/-/healthy")).contains("healthy");
    } finally {
      server.close();
    }
  }

  @Test
  void areServedWhereAnImageSays() throws Exception {
    MetricsServer server = MetricsServer.on("127.0.0.2", 0, RUN);
    try {
      assertThat(server.address()).isEqualTo("http://127.0.0.2:" + server.port() + "/metrics");
      assertThat(get(server.address())).contains("jvm_memory_used_bytes");
      assertThatThrownBy(() -> get("http://127.0.0.1:" + server.port() + "/metrics"))
          .isInstanceOf(ConnectException.class);
    } finally {
      server.close();
    }
  }

  @Test
  void areRefusedOnAPortThatIsTaken() {
    MetricsServer server = MetricsServer.on(0, RUN);
    try {
      assertThatThrownBy(() -> MetricsServer.on(server.port(), RUN))
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("--metrics=" + server.port() + ": port " + server.port())
          .hasMessageContaining("Nothing was started. Type --metrics=0 for any free port");
    } finally {
      server.close();
    }
  }

  private static String text(RunMetrics metrics) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new PrometheusTextFormatWriter(false).write(text, metrics.collect());
    return text.toString(StandardCharsets.UTF_8);
  }

  static String get(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
