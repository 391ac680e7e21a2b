package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.pipelines.flags.StreamSettings;
import io.cloudpulse.transforms.Windows;
import io.cloudpulse.transforms.kafka.MessageOrigin;
import io.cloudpulse.transforms.kafka.ReadKafkaStream;
import java.util.Map;
import java.util.Optional;

/**
 * A topic as it grows. Where a job is in it, the cluster keeps: under the job's consumer group, the
 * offsets before which every sink has every row.
 *
 * @param ends offsets after the last messages, when the topic was looked at
 */
record TopicStream(
    MoveSettings settings,
    SourceAddress.Topic topic,
    StreamSettings stream,
    Map<Integer, Long> ends)
    implements SourceWork {
  static TopicStream of(MoveSettings settings, SourceAddress.Topic topic) {
    return new TopicStream(settings, topic, settings.stream().orElseThrow(), Topics.ends(topic));
  }

  @Override
  public String extent() {
    String until = stream.untilEnd() ? "to the end there is now" : "and what comes";
    String partitions = ends.isEmpty() ? "not looked at" : "%,d partitions".formatted(ends.size());
    return "%s, %s; position kept by group %s".formatted(partitions, until, group(stream.job()));
  }

  /** The consumer group that holds a job's position. */
  public static String group(String job) {
    return "pulse." + job;
  }

  @Override
  public String ownTime() {
    return Topics.OWN_TIME;
  }

  /** A job that has no position in a partition gets one, before it reads. */
  @Override
  public void prepare() {
    new JobPositions(topic.address(), stream, settings.windows().isPresent()).write();
  }

  @Override
  public SourcePositions positions() {
    return new TopicPositions(topic.address(), group(stream.job()), () -> 0);
  }

  @Override
  public ReadKafkaStream read(String run) {
    MessageOrigin origin = Topics.origin(settings, topic, run);
    return ReadKafkaStream.of(origin, reading(), ends.keySet());
  }

  private io.cloudpulse.transforms.kafka.StreamSettings reading() {
    return io.cloudpulse.transforms.kafka.StreamSettings.of(group(stream.job()))
        .withTimes(stream.outOfOrder(), stream.idleAfter())
        .withAllowedLateness(settings.windows().map(Windows::allowedLateness))
        .withUntil(Optional.of(ends).filter(unused -> stream.untilEnd()));
  }
}
