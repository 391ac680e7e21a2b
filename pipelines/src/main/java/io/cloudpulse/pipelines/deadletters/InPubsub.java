package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.SentLetters;
import io.cloudpulse.transforms.pubsub.PubsubAddress;
import io.cloudpulse.transforms.pubsub.PubsubDeadLetters;
import io.cloudpulse.transforms.pubsub.PubsubTopic;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Dead letters as messages of a Pub/Sub topic, which nobody can look into: its subscribers take
 * them. Which were sent, the ledger knows.
 *
 * @param ledger null where nobody sends, and so nothing can be told of them
 */
record InPubsub(PubsubAddress topic, @Nullable PostgresAddress ledger)
    implements DeadLetterAddress {
  private static final long serialVersionUID = 1;

  @Override
  public void prepare() {
    PubsubTopic.prepare(topic);
  }

  @Override
  public PTransform<PCollection<DeadLetter>, PDone> write() {
    return PubsubDeadLetters.to(topic, ledger);
  }

  @Override
  public Map<String, Long> countedByStep(String run) {
    try (SentLetters sent = SentLetters.in(ledger)) {
      return sent.countedByStep(run);
    } catch (SQLException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }

  @Override
  public Set<String> ids(String dataset, String step) {
    try (SentLetters sent = SentLetters.in(ledger)) {
      return sent.ids(dataset, step);
    } catch (SQLException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }

  @Override
  public LetterBox open() {
    throw StoppedException.because(
        ExitCode.WRONG_FLAGS,
        "Dead letters in %s cannot be looked through: a topic of Pub/Sub hands its messages to its"
                .formatted(topic.place())
            + " subscribers and keeps none. Take them from a subscription, or let the next run keep"
            + " them elsewhere: --deadLetters=postgres or files:dead-letters");
  }

  @Override
  public String toString() {
    return "topic " + topic.place();
  }
}
