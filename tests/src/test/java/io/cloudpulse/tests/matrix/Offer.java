package io.cloudpulse.tests.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cloudpulse.tests.dataflow.JobRequest;
import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * An input where a source has it.
 *
 * @param address as {@code --source} takes it
 * @param lastPlaces where each row's last record stands, by the text of its first field: a byte of
 *     the file, an offset of its partition
 */
record Offer(Input input, String address, Map<String, Long> lastPlaces) {
  private static final String FILES = "files:";
  private static final int PARTITIONS = 2;

  /**
   * Wherever there is a source: doubled, and in an order of its own. Where the later record wins
   * because it comes later, the order is the same everywhere, for it is part of what is said.
   */
  static Map<Source, Offer> everywhere(Input input, Path folder, Topics topics) throws IOException {
    Input another = input.doubledAndShuffled(input.versionIsPlace() ? 1 : 2);
    return Map.of(
        Source.FILES, inFile(input.doubledAndShuffled(1), folder),
        Source.KAFKA, inTopic(another, topics));
  }

  /** As one file. */
  private static Offer inFile(Input input, Path folder) throws IOException {
    String extension = input.header().isEmpty() ? "jsonl" : "csv";
    String head = input.header().isEmpty() ? "" : input.header() + "\n";
    String text = input.lines().stream().collect(Collectors.joining("\n", head, "\n"));
    Path file = folder.resolve(input.dataset().name() + "." + extension);
    Path unused = Files.writeString(file, text, ISO_8859_1);
    Map<String, Long> places = new HashMap<>();
    long place = head.length();
    for (String line : input.lines()) {
      places.put(first(line), place);
      place += line.length() + 1;
    }
    return new Offer(input, FILES + file, places);
  }

  /** As messages, those of a row in one partition. */
  private static Offer inTopic(Input input, Topics topics) {
    String topic = topics.topic(PARTITIONS);
    Map<String, Long> places = new HashMap<>();
    long[] sent = new long[PARTITIONS];
    Map<String, Object> config =
        Map.of("bootstrap.servers", topics.bootstrap(), "max.in.flight.requests.per.connection", 1);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String line : input.lines()) {
        int partition = Math.floorMod(first(line).hashCode(), PARTITIONS);
        places.put(first(line), sent[partition]++);
        byte[] message = line.getBytes(ISO_8859_1);
        var unused = producer.send(new ProducerRecord<>(topic, partition, null, message));
      }
    }
    String header = input.header().isEmpty() ? "" : "?header=" + input.header();
    return new Offer(input, topics.address(topic) + header, places);
  }

  /** Up to its quote if it has one, else up to the comma. */
  private static String first(String line) {
    return line.startsWith("\"") ? line.split("\"", 3)[1] : line.split(",", 2)[0];
  }

  /** The version that a row of a key must have where the place of its last record tells. */
  long version(String key, Instant asOf) {
    return Version.ofLoad(asOf, lastPlaces.get(key));
  }

  /** Launches it on Dataflow, or rather on a stand-in. */
  JobRequest launch(Cell cell, Stores stores, Path folder) throws IOException {
    List<String> flags = new ArrayList<>(input.flags());
    flags.add("--dataset=" + input.dataset().name());
    flags.add("--mode=" + cell.mode());
    JobRequest.Sinks sinks = new JobRequest.Sinks(stores.database(), stores.indices());
    return cell.source() == Source.FILES
        ? JobRequest.ofFile(Path.of(address.substring(FILES.length())), folder, sinks, flags)
        : JobRequest.ofTopic(address, folder, sinks, flags);
  }

  /** The flags that say what is moved. */
  List<String> flags() {
    return List.of("--dataset=" + input.dataset().name(), "--source=" + address);
  }
}
