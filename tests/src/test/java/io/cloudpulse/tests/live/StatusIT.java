package io.cloudpulse.tests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A job of another process, as those see it who watch: while it runs, when it is stopped or dies.
 */
@ExtendWith({PostgresServer.class, KafkaServer.class})
class StatusIT {
  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
  private static final String LOST_AFTER = "pulse.lostAfter";

  @AfterEach
  void forget() {
    System.clearProperty(LOST_AFTER);
  }

  @Test
  void isRunningThenStoppedThenLost(Topics topics, Database database) throws Exception {
    String topic = topics.topic(2);
    produce(topics, topic, 0, 1000);
    String[] run = run(topics.address(topic), database);
    try (PulseProcess process = PulseProcess.start(run)) {
      JsonNode job = whenAllIsRead(database, process, 1000, 10);
      assertThat(job.path("state").asText()).isEqualTo("running");
      assertThat(job.path("accepted").asLong()).isEqualTo(990);
      assertThat(job.path("refusedByReason").path("missing").asLong()).isEqualTo(10);
      assertThat(job.path("sinks").path("postgres").path("delivered").asLong()).isEqualTo(990);
      // The least of both partitions: the last event of partition 0, less five seconds.
      assertThat(job.path("watermark").asText()).isEqualTo(NOON.plusSeconds(998 - 5).toString());
      assertMetricsAgree(job);
      assertThat(process.terminate()).as("exit code of SIGTERM").isEqualTo(143);
    }
    assertThat(job(database).path("state").asText()).isEqualTo("stopped");
    assertThat(status(database, "--job=seen").out()).contains("stopped", "partition  committed");

    produce(topics, topic, 1000, 1100);
    try (PulseProcess process = PulseProcess.start(run)) {
      JsonNode job = whenAllIsRead(database, process, 1100, 11);
      assertThat(job.path("state").asText()).as("counts go on").isEqualTo("running");
      assertThat(process.kill()).isEqualTo(137);
    }
    System.setProperty(LOST_AFTER, "PT1S");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> job(database).path("state").asText().equals("lost"));
    assertThat(status(database).out()).contains("lost since", "no sign of life for");
    assertThat(job(database).path("read").asLong()).isEqualTo(1100);
  }

  private static String[] run(String source, Database database) {
    return new String[] {
      "run",
      "--dataset=activity.events",
      "--aggregates=off",
      "--source=" + source,
      "--sink=" + database.sink(),
      "--job=seen",
      "--maxRefused=1",
      "--metrics=0",
      "--logs=json"
    };
  }

  /** One event a second, in turn to both partitions; of a hundred, one has no action. */
  private static void produce(Topics topics, String topic, int from, int to) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", topics.bootstrap(), "max.in.flight.requests.per.connection", 1);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      for (int i = from; i < to; i++) {
        String action = i % 100 == 50 ? "" : "\"action\": \"view\", ";
        String event =
            "{\"user_id\": %d, %s\"event_time\": \"%s\"}".formatted(i, action, NOON.plusSeconds(i));
        var unused = producer.send(new ProducerRecord<>(topic, i % 2, null, event));
      }
    }
  }

  private static JsonNode whenAllIsRead(
      Database database, PulseProcess process, long read, long refused) {
    return await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .failFast("the job ended by itself", () -> !process.isAlive())
        .until(
            () -> job(database),
            job ->
                job.path("read").asLong() == read
                    && job.path("refused").asLong() == refused
                    && job.path("lag").asLong(-1) == 0
                    && job.path("watermark").isTextual());
  }

  private static JsonNode job(Database database) throws IOException {
    JsonNode page = new ObjectMapper().readTree(status(database, "--json").out());
    return page.path("jobs").path(0);
  }

  private static PulseCommand status(Database database, String... more) {
    List<String> args = new java.util.ArrayList<>(List.of("status", "--ledger=" + database.sink()));
    args.addAll(List.of(more));
    return PulseCommand.run(args.toArray(String[]::new));
  }

  private static void assertMetricsAgree(JsonNode job) throws Exception {
    String address =
        "http://127.0.0.1:" + job.path("process").path("metricsPort").asInt() + "/metrics";
    String text =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    String labels = "{dataset=\"activity.events\",job=\"seen\"";
    assertThat(text.lines())
        .contains(
            "pulse_records_read_total" + labels + "} 1000.0",
            "pulse_records_accepted_total" + labels + "} 990.0",
            "pulse_records_refused_total" + labels + ",reason=\"missing\"} 10.0",
            "pulse_sink_records_total" + labels + ",outcome=\"delivered\",sink=\"postgres\"} 990.0",
            "pulse_lag_records" + labels + ",partition=\"0\"} 0.0",
            "pulse_lag_records" + labels + ",partition=\"1\"} 0.0",
            "pulse_dead_letters_open" + labels + "} 10.0");
  }
}
