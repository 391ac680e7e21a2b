package io.cloudpulse.pipelines.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Whether a node answers, by asking it. */
final class ElasticsearchAnswer {
  private static final Duration TO_ANSWER = Duration.ofSeconds(10);
  private static final Duration TO_RECOVER = Duration.ofMinutes(2);

  private ElasticsearchAnswer() {}

  /** The cluster's colour; empty if nobody answers, or not as Elasticsearch does. */
  static Optional<String> health(int port) {
    return ask(port, "/_cluster/health", TO_ANSWER);
  }

  /** Returns once every index can be read and written. */
  static void await(int port) {
    String question =
        "/_cluster/health?wait_for_status=yellow&timeout=" + TO_RECOVER.toSeconds() + "s";
    // Asked to wait, it answers red with a status that is no success.
    if (ask(port, question, TO_RECOVER.plus(TO_ANSWER)).isEmpty()) {
      throw new LocalServiceException("Some of its indices are not there after " + TO_RECOVER);
    }
  }

  private static Optional<String> ask(int port, String question, Duration patience) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + question))
            .timeout(patience)
            .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
      return answer.statusCode() == 200
          ? Optional.of(new ObjectMapper().readTree(answer.body()).path("status").asText())
          : Optional.empty();
    } catch (IOException silence) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
