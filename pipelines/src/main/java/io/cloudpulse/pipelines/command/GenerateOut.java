package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.command.FlagProblems.Flag;
import io.cloudpulse.pipelines.flags.KafkaTopics;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.PubsubNames;
import io.cloudpulse.pipelines.flags.SourceAddress;
import io.cloudpulse.transforms.pubsub.PubsubAddress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where {@code pulse generate} writes to. */
final class GenerateOut {
  private static final String FILES = "files:";
  private static final int MOST_PARTITIONS = 10_000;

  @Option(
      names = "--out",
      paramLabel = "ADDRESS",
      description =
          "The file to write, as files:PATH or PATH (.gz and .zst compress it); or the topic to"
              + " send to, as kafka:TOPIC, kafka://host:port/TOPIC or pubsub://PROJECT/TOPIC.")
  private String out;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Of a topic that is not there yet (default: ${DEFAULT-VALUE}).")
  private String partitions;

  @Option(
      names = "--expected",
      paramLabel = "FILE",
      description = "Where to write what a reader must find (default: beside the file, or here).")
  private Path expected;

  /** A file, or a topic and how many partitions it is made with. */
  record Target(
      Optional<Path> file,
      Optional<SourceAddress.Topic> topic,
      Optional<PubsubAddress> pubsub,
      int partitions) {}

  Optional<Path> expected() {
    return Optional.ofNullable(expected);
  }

  Optional<Target> read(FlagProblems problems) {
    int count = partitions(problems);
    if (out != null && out.startsWith("kafka:")) {
      Problems found = new Problems();
      Optional<SourceAddress.Topic> topic = KafkaTopics.read("out", out, found);
      found.all().forEach(problems::add);
      topic.flatMap(SourceAddress.Topic::trouble).ifPresent(problems::add);
      return topic.map(
          known -> new Target(Optional.empty(), Optional.of(known), Optional.empty(), count));
    }
    if (out != null && out.startsWith("pubsub:")) {
      Problems found = new Problems();
      Optional<PubsubAddress> topic = PubsubNames.read("out", out, found);
      found.all().forEach(problems::add);
      return topic.map(
          known -> new Target(Optional.empty(), Optional.empty(), Optional.of(known), count));
    }
    String allowed = "the path of a file to write, with files: before it or without";
    return problems
        .read(new Flag("out", out, allowed, "files:/tmp/orders.csv.gz"), GenerateOut::local)
        .map(path -> new Target(Optional.of(path), Optional.empty(), Optional.empty(), count));
  }

  private int partitions(FlagProblems problems) {
    Flag flag = new Flag("partitions", partitions, "a whole number, 1 to " + MOST_PARTITIONS, "4");
    return problems
        .read(flag, text -> GenerateFlags.number(text).filter(n -> n >= 1 && n <= MOST_PARTITIONS))
        .map(Long::intValue)
        .orElse(1);
  }

  private static Optional<Path> local(String address) {
    String path = address.startsWith(FILES) ? address.substring(FILES.length()) : address;
    boolean fits = !path.isBlank() && !path.contains("://") && path.indexOf('\0') < 0;
    return fits ? Optional.of(Path.of(path)) : Optional.empty();
  }
}
