package io.cloudpulse.transforms.pubsub;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Sends dead letters to a topic, each a {@code DeadLetterLine} with its id, dataset, reason and run
 * as attributes. Bounded or not, from any window. A retried bundle sends its letters again, so
 * whoever takes them takes each once, by its id; which were sent, the ledger knows.
 */
public final class PubsubDeadLetters extends PTransform<PCollection<DeadLetter>, PDone> {
  private static final long serialVersionUID = 1;

  private final PubsubAddress topic;
  private final PostgresAddress ledger;

  private PubsubDeadLetters(PubsubAddress topic, PostgresAddress ledger) {
    this.topic = topic;
    this.ledger = ledger;
  }

  /** To a topic that is there. */
  public static PubsubDeadLetters to(PubsubAddress topic, PostgresAddress ledger) {
    return new PubsubDeadLetters(topic, ledger);
  }

  @Override
  public PDone expand(PCollection<DeadLetter> letters) {
    PCollection<Void> sent =
        letters.apply("Keep dead letters", ParDo.of(new SendLettersFn(topic, ledger)));
    return PDone.in(sent.getPipeline());
  }
}
