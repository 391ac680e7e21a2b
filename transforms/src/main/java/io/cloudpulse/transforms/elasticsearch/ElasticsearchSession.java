package io.cloudpulse.transforms.elasticsearch;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.CheckedRunnable;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/**
 * One worker's client, opened when first needed. Work that meets a bad moment is run again, with
 * growing pauses, for as long as the patience lasts.
 */
final class ElasticsearchSession implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final ElasticsearchAddress address;
  private final Duration patience;
  private final RetryPolicy<Object> policy;
  private RestClient client;

  ElasticsearchSession(ElasticsearchAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
    this.policy =
        RetryPolicy.builder()
            .handleIf(failure -> blame(failure) == Blame.MOMENT)
            .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
            .withJitter(0.25)
            .withMaxRetries(-1)
            .withMaxDuration(patience)
            .build();
  }

  /** Runs work, again and again from its start while only the moment is to blame. */
  void patiently(CheckedRunnable work) throws IOException {
    try {
      Failsafe.with(policy).run(work);
    } catch (FailsafeException failure) {
      if (failure.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (!(failure.getCause() instanceof ElasticsearchFailure said)) {
        throw failure;
      }
      throw explained(said);
    }
  }

  /**
   * Sends one request, once.
   *
   * @throws ElasticsearchFailure if there is no answer or one of failure; {@code HEAD} of what is
   *     not there is no failure
   */
  Response send(Request request) throws IOException {
    try {
      if (client == null) {
        client = address.open();
      }
      return client.performRequest(request);
    } catch (ResponseException refused) {
      throw ElasticsearchFailure.of(Answers.error(refused.getResponse()), refused);
    } catch (SSLException untrusted) {
      throw new ElasticsearchFailure(
          Blame.NO_ANSWER, Blame.SETUP, String.valueOf(untrusted.getMessage()), untrusted);
    } catch (IOException lost) {
      throw new ElasticsearchFailure(Blame.NO_ANSWER, Blame.MOMENT, lost.toString(), lost);
    }
  }

  private static Blame blame(Throwable failure) {
    return failure instanceof ElasticsearchFailure said ? said.blame() : Blame.SETUP;
  }

  private ElasticsearchFailure explained(ElasticsearchFailure failure) {
    return switch (failure.blame()) {
      case MOMENT ->
          explained(
              "did not take a batch for " + patience.toSeconds() + " s",
              "See that it runs, is reachable and has room",
              failure);
      case SETUP ->
          explained("refused the request, not a record", "Mend what it says is wrong", failure);
      default -> failure;
    };
  }

  private ElasticsearchFailure explained(String what, String remedy, ElasticsearchFailure failure) {
    String message = "Elasticsearch at %s %s (%s). Nothing is lost. %s, and run again.";
    return new ElasticsearchFailure(
        failure.status(),
        failure.blame(),
        message.formatted(address.place(), what, failure.getMessage(), remedy),
        failure);
  }

  @Override
  public void close() {
    RestClient closing = client;
    client = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (IOException broken) {
      // Nothing is left to close.
    }
  }
}
