package io.cloudpulse.pipelines.logs;

import static io.cloudpulse.pipelines.live.Statuses.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.pipelines.live.LiveJson;
import io.cloudpulse.pipelines.live.Statuses;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JsonLogsTest {
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @Test
  void tellsWhatALibraryLogsInOneLine() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonLogger logger =
        new JsonLogger("org.lib.Thing", "warn", new PrintStream(out, true, "UTF-8"), CLOCK);

    logger.info("not \"{}\" enough", "grave");
    logger.warn("lost {} of\n{}", 1, 2, new IllegalStateException("why"));

    String line = out.toString(StandardCharsets.UTF_8);
    assertThat(line)
        .startsWith(
            "{\"time\":\"2024-03-01T12:00:00Z\",\"level\":\"warn\",\"logger\":\"org.lib.Thing\","
                + "\"message\":\"lost 1 of\\n2\",\"error\":\"java.lang.IllegalStateException: why");
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void makesWhatACommandTellsALine() {
    StringWriter out = new StringWriter();
    PrintWriter errors = new JsonErrors(new PrintWriter(out, true), CLOCK);

    errors.println("--sink is missing\nand more");
    errors.println(JsonLine.event(NOON, "started", "The run starts", "about"));

    assertThat(out.toString().lines())
        .containsExactly(
            "{\"time\":\"2024-03-01T12:00:00Z\",\"level\":\"error\",\"logger\":\"pulse\","
                + "\"message\":\"--sink is missing\\nand more\"}",
            "{\"time\":\"2024-03-01T12:00:00Z\",\"level\":\"info\",\"logger\":\"pulse\","
                + "\"message\":\"The run starts\",\"event\":\"started\",\"run\":\"about\"}");
  }

  @Test
  void holdsAllThatProgressShows() throws Exception {
    JsonNode line =
        LiveJson.MAPPER.readTree(JsonLine.event(NOON, "progress", "It goes on", Statuses.stream()));

    assertThat(line.path("run").path("read").asLong()).isEqualTo(1000);
    assertThat(line.path("run").path("partitions").path(0).path("lag").asLong()).isEqualTo(10);
  }

  @Test
  void takesTheLevelOfTheNearestLoggerAbove() {
    System.setProperty("org.slf4j.simpleLogger.log.tests.quiet", "off");
    try {
      assertThat(JsonLogs.level("tests.quiet.Thing")).isEqualTo("off");
    } finally {
      System.clearProperty("org.slf4j.simpleLogger.log.tests.quiet");
    }
  }
}
