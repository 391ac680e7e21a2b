package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.transforms.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * A topic as it grows, read in rounds. Where the job is in it, the ledger and the job's consumer
 * group keep.
 *
 * @param ends offsets after the last messages, when the topic was looked at
 * @param number of the round at hand; 0 before the first
 */
public record TopicRounds(
    MoveSettings settings,
    SourceAddress.Topic topic,
    StreamSettings stream,
    Map<Integer, Long> ends,
    AtomicLong number)
    implements RoundSource {
  static TopicRounds of(MoveSettings settings, SourceAddress.Topic topic) {
    return new TopicRounds(
        settings, topic, settings.stream().orElseThrow(), Topics.ends(topic), new AtomicLong());
  }

  @Override
  public String extent() {
    String until = stream.untilEnd() ? "to the end there is now" : "and what comes";
    String partitions = ends.isEmpty() ? "not looked at" : "%,d partitions".formatted(ends.size());
    return "%s, %s; in rounds, position kept in pulse.rounds and by group %s"
        .formatted(partitions, until, group());
  }

  private String group() {
    return TopicStream.group(stream.job());
  }

  @Override
  public String ownTime() {
    return Topics.OWN_TIME;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    stream
        .rounds()
        .ifPresent(
            rounds ->
                notes.add(
                    "a round reads at most %,d offsets of a partition".formatted(rounds.size())));
    if (settings.windows().isPresent()) {
      notes.add(
          "for its windows a round that comes to the topic's end reads it again from where the job"
              + " first began; an event counts in them however late it comes");
    }
    return notes;
  }

  /** A job that has no position in a partition gets one; one that it has stays. */
  @Override
  public void prepare() {
    new JobPositions(topic.address(), stream, false).write();
  }

  @Override
  public SourcePositions positions() {
    return new TopicPositions(topic.address(), group(), number::get);
  }

  @Override
  public RoundTopic asRounds() {
    return new KafkaRoundTopic(topic.address(), group());
  }

  @Override
  public SourceWork round(Round round, Map<Integer, Long> began) {
    return new TopicRound(this, round, began);
  }

  /** The steps of a round, which are the same for each. */
  @Override
  public PTransform<PBegin, PCollectionTuple> read(String run) {
    return nothing().read(run);
  }

  @Override
  public Optional<PTransform<PBegin, PCollectionTuple>> again(String run) {
    return nothing().again(run);
  }

  private SourceWork nothing() {
    return round(new Round(0, Map.of(), Map.of()), Map.of());
  }
}
