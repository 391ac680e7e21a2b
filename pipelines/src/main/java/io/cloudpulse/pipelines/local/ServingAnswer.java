package io.cloudpulse.pipelines.local;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether the API answers, by asking it how it is. */
final class ServingAnswer {
  private static final Duration TO_ANSWER = Duration.ofSeconds(10);
  private static final RetryPolicy<Boolean> UNTIL_IT_DOES =
      RetryPolicy.<Boolean>builder()
          .handleResult(false)
          .withDelay(Duration.ofMillis(100))
          .withMaxRetries(-1)
          .withMaxDuration(Duration.ofMinutes(1))
          .build();

  private ServingAnswer() {}

  static boolean comesFrom(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/health"))
            .timeout(TO_ANSWER)
            .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
      return answer.statusCode() == 200;
    } catch (IOException silence) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Returns once it answers.
   *
   * @throws LocalServiceException if its process ends first, or it takes too long
   */
  static void await(int port, Process server) {
    boolean answers = Failsafe.with(UNTIL_IT_DOES).get(() -> !server.isAlive() || comesFrom(port));
    if (!server.isAlive()) {
      throw new LocalServiceException("It ended with code " + server.exitValue());
    }
    if (!answers) {
      throw new LocalServiceException("It does not answer");
    }
  }
}
