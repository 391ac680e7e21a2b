package io.cloudpulse.transforms.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.LetterClosing;
import io.cloudpulse.transforms.LetterLog;
import io.cloudpulse.transforms.files.DeadLetterLine;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Keeps dead letters in a Kafka topic, each a {@link DeadLetterLine} with its id as key. Bounded or
 * not, from any window. A retried bundle sends its letters again, so whoever reads the topic takes
 * each letter of a run once, by its id.
 */
public final class KafkaDeadLetters extends PTransform<PCollection<DeadLetter>, PDone>
    implements LetterLog {
  private static final long serialVersionUID = 1;

  private final KafkaAddress address;

  private KafkaDeadLetters(KafkaAddress address) {
    this.address = address;
  }

  /** In a topic that {@link #prepare} makes. */
  public static KafkaDeadLetters in(KafkaAddress address) {
    return new KafkaDeadLetters(address);
  }

  /** Makes the topic if it is not there, so that it keeps letters until someone deletes them. */
  public void prepare() {
    KafkaTopic.create(address, 1);
  }

  @Override
  public PDone expand(PCollection<DeadLetter> letters) {
    PCollection<Void> kept =
        letters.apply("Keep dead letters", ParDo.of(new KeepInKafkaFn(address)));
    return PDone.in(kept.getPipeline());
  }

  /** Of those that were there when reading began. */
  @Override
  public void read(Consumer<DeadLetter> letters, Consumer<LetterClosing> closings)
      throws IOException {
    Set<List<String>> seen = new HashSet<>();
    try (var consumer = KafkaClients.reader(address)) {
      for (KafkaRange range : KafkaListing.of(address)) {
        new RangeMessages(consumer, range)
            .forEach(
                message -> {
                  String line = new String(message.value(), UTF_8);
                  if (LetterClosing.isOne(line)) {
                    closings.accept(LetterClosing.parse(line));
                    return;
                  }
                  DeadLetter letter = DeadLetterLine.read(line);
                  if (seen.add(List.of(letter.getRun(), letter.getId()))) {
                    letters.accept(letter);
                  }
                });
      }
    }
  }

  @Override
  public void readRun(String run, Consumer<DeadLetter> letters) throws IOException {
    read(
        letter -> {
          if (letter.getRun().equals(run)) {
            letters.accept(letter);
          }
        },
        closing -> {});
  }

  /** Behind the letter, with its id as key: whoever reads the topic sees it last. */
  @Override
  public void close(String by, List<LetterClosing> closings) {
    try (KafkaLines lines = KafkaLines.to(address)) {
      for (LetterClosing closing : closings) {
        lines.send(closing.id(), closing.text().getBytes(UTF_8), null);
      }
      lines.flush();
    }
  }
}
