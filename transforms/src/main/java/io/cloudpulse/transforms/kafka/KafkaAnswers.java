package io.cloudpulse.transforms.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Waits for a cluster's answers, and says what to do about those that do not come. */
final class KafkaAnswers {
  private static final long PATIENCE_SECONDS = 11;

  private final KafkaAddress address;

  KafkaAnswers(KafkaAddress address) {
    this.address = address;
  }

  <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(advice(failed.getCause()), failed.getCause());
    } catch (TimeoutException silent) {
      throw new IllegalStateException(unreachable(), silent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for " + address.place(), stopped);
    }
  }

  private String advice(Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      return "there is no topic %s at %s: create it, or correct its name"
          .formatted(address.topic(), address.bootstrap());
    }
    if (cause instanceof UnknownMemberIdException) {
      return "a job is reading %s as this group: stop it first".formatted(address.place());
    }
    if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
      return "Kafka at %s lets us not in: %s; look at the properties file of the address"
          .formatted(address.bootstrap(), cause.getMessage());
    }
    return cause instanceof org.apache.kafka.common.errors.TimeoutException
        ? unreachable()
        : "Kafka at %s failed: %s".formatted(address.bootstrap(), cause.getMessage());
  }

  private String unreachable() {
    return "Kafka at %s does not answer: is it running, and does it speak what the properties say?"
        .formatted(address.bootstrap());
  }
}
