package io.cloudpulse.pipelines.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether a broker answers, by asking it. */
final class KafkaAnswer {
  private static final int MILLIS_TO_START = 120_000;
  private static final int MILLIS_TO_ANSWER = 10_000;

  private KafkaAnswer() {}

  static boolean comesFrom(int port) {
    Admin admin = admin(port, MILLIS_TO_ANSWER);
    try {
      Object unused = answer(admin).join();
      return true;
    } catch (CompletionException silence) {
      return false;
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  /**
   * Returns once the broker answers.
   *
   * @throws LocalServiceException if its process ends first, or it takes too long
   */
  static void await(int port, Process broker) {
    Admin admin = admin(port, MILLIS_TO_START);
    try {
      Object unused = CompletableFuture.anyOf(answer(admin), broker.onExit()).join();
    } catch (CompletionException silence) {
      throw new LocalServiceException(
          "It does not answer: " + silence.getCause().getMessage(), silence);
    } finally {
      // Without a time it would wait for an answer that never comes.
      admin.close(Duration.ZERO);
    }
    if (!broker.isAlive()) {
      throw new LocalServiceException("It ended with code " + broker.exitValue());
    }
  }

  /** The client tries again by itself until its time is up. */
  private static CompletableFuture<?> answer(Admin admin) {
    return admin.describeCluster().nodes().toCompletionStage().toCompletableFuture();
  }

  private static Admin admin(int port, int millis) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            "127.0.0.1:" + port,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            millis,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            millis,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            200));
  }
}
