package io.cloudpulse.tests.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.EventTime;
import io.cloudpulse.transforms.Lateness;
import io.cloudpulse.transforms.ReadOutputs;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaPositions;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.ReadKafkaStream;
import io.cloudpulse.transforms.kafka.StreamSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a live topic can do to a stream, while its windows go on closing. */
@ExtendWith(KafkaServer.class)
class KafkaTortureIT {
  private static final Duration ALLOWED = Duration.ofSeconds(30);

  @Test
  void refusesWhatIsWrongAndClosesWindowsOnTime(Topics topics) throws Exception {
    String topic = topics.topic(2);
    KafkaAddress address = KafkaAddress.parse(topics.address(topic) + "?layout=feed");
    Pipeline pipeline = Runs.on("flink", "--streaming=true", "--attachedMode=false");
    PCollectionTuple read = pipeline.apply("Read", stream(address));
    Gathered.gather(read, "torture");
    countByMinute(read);
    try (Sent sent = Sent.to(topics, topic)) {
      sendTorture(sent);
      PipelineResult running = pipeline.run();
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> Gathered.of("torture windows").size() >= 2);
      running.cancel();
    }

    assertThat(Gathered.sorted("torture windows"))
        .containsExactly("12:00 2 ON_TIME", "12:01 1 ON_TIME");
    assertThat(Gathered.of("torture")).hasSize(7);
    assertThat(Gathered.sorted("torture refused").stream().map(text -> text.split(" ")[0]))
        .containsExactly(
            "encoding",
            "encoding",
            "encoding",
            "field-count",
            "malformed",
            "malformed",
            "range",
            "too-large");
    assertThat(Gathered.of("torture late")).singleElement().asString().startsWith("late at 14 ");
  }

  /** Two events of 12:00, one of 12:01, one that closes both minutes, and one too late for them. */
  private static void sendTorture(Sent sent) {
    byte[] invalid = Things.json(5).getBytes(UTF_8);
    invalid[21] = (byte) 0xC3;
    sent.send(0, null, Things.json(1))
        .send(0, null, "not JSON")
        .send(0, null, "")
        .send(0, null, "{\"id\": 2, \"extra\": 1}")
        .send(0, null, Things.json(3, Instant.parse("2099-06-01T00:00:00Z")))
        .send(0, null, "{\"id\": 4, \"name\": \"" + "x".repeat(5 << 20) + "\"}")
        .send(0, null, invalid)
        .send(0, null, "{\"id\": 6, \"name\": \"\\ud800\"}")
        .send(0, null, Things.json(7).replace("n7", "\\u0000"))
        .send(0, null, Things.json(8, Instant.parse("2098-06-01T00:00:00Z")))
        .send(0, null, Things.json(30))
        .send(0, null, Things.json(70))
        .send(0, "9", null)
        .send(0, null, Things.json(170))
        .send(0, null, Things.json(2));
  }

  private static ReadKafkaStream stream(KafkaAddress address) {
    StreamSettings settings =
        StreamSettings.of("g-" + address.topic())
            .withTimes(Duration.ofSeconds(5), Duration.ofSeconds(2))
            .withAllowedLateness(Optional.of(ALLOWED));
    Dataset dataset = Things.byId();
    try (KafkaPositions positions = KafkaPositions.in(address)) {
      return ReadKafkaStream.of(
          MessageOrigin.of(dataset, address, Optional.empty(), "run", true),
          settings,
          positions.partitions());
    }
  }

  private static void countByMinute(PCollectionTuple read) {
    var counts =
        read.get(ReadOutputs.RECORDS)
            .apply("Take what is timely", ParDo.of(new TimelyFn(Things.byId())))
            .apply(
                Window.<Long>into(FixedWindows.of(org.joda.time.Duration.standardMinutes(1)))
                    .withAllowedLateness(org.joda.time.Duration.millis(ALLOWED.toMillis()))
                    // Flink may give a window's last timer before the one at its end: no empty
                    // pane.
                    .withOnTimeBehavior(Window.OnTimeBehavior.FIRE_IF_NON_EMPTY)
                    .discardingFiredPanes())
            .apply(Combine.globally(Count.<Long>combineFn()).withoutDefaults())
            .apply("Name windows", ParDo.of(new NameWindowFn()));
    Gathered.gather(counts, "torture windows", text -> text);
  }

  private static final class TimelyFn extends DoFn<VersionedRecord, Long> {
    private static final long serialVersionUID = 1;

    private final Dataset dataset;

    TimelyFn(Dataset dataset) {
      this.dataset = dataset;
    }

    @ProcessElement
    public void take(
        @Element VersionedRecord row,
        @Timestamp org.joda.time.Instant at,
        OutputReceiver<Long> out) {
      EventTime.of(dataset, row.values())
          .filter(
              event ->
                  !Lateness.isLate(at.getMillis(), event.toEpochMilli(), ALLOWED.toMillis())
                      && event.isBefore(Things.NOON.plusSeconds(9999)))
          .ifPresent(event -> out.output(1L));
    }
  }

  private static final class NameWindowFn extends DoFn<Long, String> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void name(
        @Element Long count, BoundedWindow window, PaneInfo pane, OutputReceiver<String> out) {
      String end = window.maxTimestamp().toString().substring(11, 16);
      out.output(end + " " + count + " " + pane.getTiming());
    }
  }
}
