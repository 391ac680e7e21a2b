package io.cloudpulse.pipelines.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.pipelines.local.RunningServing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/** Looks at the page as a browser would: is it there, and do its numbers move? */
final class PageCheck {
  /** A job of windows has to start, and to write. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String DATA = "data: ";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final RunningServing server;

  PageCheck(RunningServing server) {
    this.server = server;
  }

  /**
   * Waits until events flow.
   *
   * @return how fast they do, and how many came while it was looked
   * @throws StoppedException if they do not
   */
  String movingNumbers() throws IOException, InterruptedException {
    expect("api/health", "well");
    expect("", "<title>Cloud Pulse</title>");
    HttpRequest live = request("api/live").header("Accept", "text/event-stream").build();
    try (Stream<String> lines = client.send(live, BodyHandlers.ofLines()).body()) {
      return moving(lines.filter(line -> line.startsWith(DATA)).iterator());
    }
  }

  private static String moving(Iterator<String> events) throws IOException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    long first = -1;
    while (System.nanoTime() < giveUp && events.hasNext()) {
      JsonNode now = JSON.readTree(events.next().substring(DATA.length()));
      long counted = now.path("events").asLong();
      first = first < 0 ? counted : first;
      double pace = now.path("events_per_second").asDouble();
      if (pace > 0 && counted > first) {
        return "%.1f events per second, %,d in 24 hours".formatted(pace, counted);
      }
    }
    throw failed("api/live", "told of no event within " + PATIENCE.toSeconds() + " s");
  }

  private void expect(String path, String text) throws IOException, InterruptedException {
    var answer = client.send(request(path).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains(text)) {
      throw failed(path, "answered with " + answer.statusCode() + ": " + answer.body());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(PATIENCE);
  }

  private static StoppedException failed(String path, String why) {
    return StoppedException.because(ExitCode.FAILED, "/" + path + " " + why);
  }
}
