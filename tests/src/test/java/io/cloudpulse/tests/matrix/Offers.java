package io.cloudpulse.tests.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cloudpulse.tests.kit.Topics;
import io.cloudpulse.transforms.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts an input wherever there is a source. */
final class Offers {
  private static final int PARTITIONS = 2;
  private static final Instant AS_OF = Instant.parse(Inputs.AS_OF);

  private Offers() {}

  /**
   * Each record twice, and in an order of its own for each source. Where the later record wins
   * because it comes later, the order is the same everywhere, for it is part of what is said.
   */
  static Map<Source, Offer> everywhere(Input input, Path folder, Servers servers)
      throws IOException {
    Map<Source, Offer> offers = new EnumMap<>(Source.class);
    offers.put(Source.FILES, inFile(shuffled(input, 1), folder));
    offers.put(Source.KAFKA, inTopic(shuffled(input, 2), servers.topics()));
    servers
        .emulators()
        .pubsub()
        .map(pubsub -> PubsubOffer.of(shuffled(input, 3), pubsub))
        .ifPresent(offer -> offers.put(Source.PUBSUB, offer));
    return offers;
  }

  private static Input shuffled(Input input, int seed) {
    return input.doubledAndShuffled(input.versionIsPlace() ? 1 : seed);
  }

  /** As one file. */
  private static Offer inFile(Input input, Path folder) throws IOException {
    String extension = input.header().isEmpty() ? "jsonl" : "csv";
    String head = input.header().isEmpty() ? "" : input.header() + "\n";
    String text = input.lines().stream().collect(Collectors.joining("\n", head, "\n"));
    Path file = folder.resolve(input.dataset().name() + "." + extension);
    Path unused = Files.writeString(file, text, ISO_8859_1);
    Map<String, Long> versions = new HashMap<>();
    long place = head.length();
    for (String line : input.lines()) {
      versions.put(Offer.first(line), Version.ofLoad(AS_OF, place));
      place += line.length() + 1;
    }
    return new Offer(input, Source.FILES, run -> "files:" + file, input.versionIsPlace(), versions);
  }

  /** As messages, those of a row in one partition. */
  private static Offer inTopic(Input input, Topics topics) {
    String topic = topics.topic(PARTITIONS);
    Map<String, Long> versions = new HashMap<>();
    long[] sent = new long[PARTITIONS];
    Map<String, Object> config =
        Map.of("bootstrap.servers", topics.bootstrap(), "max.in.flight.requests.per.connection", 1);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String line : input.lines()) {
        int partition = Math.floorMod(Offer.first(line).hashCode(), PARTITIONS);
        versions.put(Offer.first(line), Version.ofLoad(AS_OF, sent[partition]++));
        byte[] message = line.getBytes(ISO_8859_1);
        var unused = producer.send(new ProducerRecord<>(topic, partition, null, message));
      }
    }
    String header = input.header().isEmpty() ? "" : "?header=" + input.header();
    String address = topics.address(topic) + header;
    return new Offer(input, Source.KAFKA, run -> address, input.versionIsPlace(), versions);
  }
}
