package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaDeadLetters;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Dead letters as messages of a Kafka topic.
 *
 * @param trouble why it cannot be reached, if that is known before anyone has tried; empty if not
 */
record InTopic(KafkaAddress address, String trouble) implements DeadLetterAddress {
  private static final long serialVersionUID = 1;

  static InTopic of(SourceAddress.Topic topic) {
    return new InTopic(topic.address(), topic.trouble().orElse(""));
  }

  @Override
  public void prepare() {
    reachable();
    write().prepare();
  }

  @Override
  public KafkaDeadLetters write() {
    return KafkaDeadLetters.in(address);
  }

  @Override
  public Map<String, Long> countedByStep(String run) {
    return open().countedByStep(run);
  }

  @Override
  public Set<String> ids(String dataset, String step) {
    return open().ids(dataset, step);
  }

  @Override
  public LettersInLog open() {
    reachable();
    return new LettersInLog(write(), this);
  }

  private void reachable() {
    Optional.of(trouble)
        .filter(known -> !known.isEmpty())
        .ifPresent(
            known -> {
              throw StoppedException.because(ExitCode.FAILED, known);
            });
  }

  @Override
  public String toString() {
    return "topic " + address.place();
  }
}
