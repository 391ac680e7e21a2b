package io.cloudpulse.tests.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cloudpulse.tests.kit.Subscriptions;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.Version;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts an input into a topic of Pub/Sub, once; each run has a subscription of its own. A message
 * has no place there: one attribute names it, another one says when it was sent, a millisecond
 * after the one before it.
 */
final class PubsubOffer {
  private static final long SENT = Instant.parse(Inputs.AS_OF).toEpochMilli();
  private static final String ATTRIBUTES = "&idAttribute=uid&timestampAttribute=sent";

  private PubsubOffer() {}

  static Offer of(Input input, Subscriptions pubsub) {
    String topic = "m-" + UUID.randomUUID();
    pubsub.make(topic, runs(input).map(run -> subscription(topic, run)).toList());
    List<Integer> places = IntStream.range(0, input.lines().size()).boxed().toList();
    pubsub.send(topic, input.lines(), places, PubsubOffer::attributes);
    String header = input.header().isEmpty() ? "" : "&header=" + input.header();
    return new Offer(
        input,
        Source.PUBSUB,
        run -> pubsub.address(subscription(topic, run)) + ATTRIBUTES + header,
        false,
        versions(input.lines()));
  }

  private static Stream<String> runs(Input input) {
    return Stream.concat(
        Stream.of(References.RUN),
        Cell.of(List.of(input.dataset().name()), place -> true).stream()
            .filter(cell -> cell.source() == Source.PUBSUB)
            .map(Cell::id));
  }

  private static String subscription(String topic, String run) {
    return topic + "-" + run;
  }

  private static Map<String, String> attributes(int place) {
    return Map.of("uid", String.valueOf(place), "sent", String.valueOf(SENT + place));
  }

  /** By the time that the last message of a row was sent; its low bits are the message's own. */
  private static Map<String, Long> versions(List<String> lines) {
    Map<String, Long> versions = new HashMap<>();
    for (int place = 0; place < lines.size(); place++) {
      String line = lines.get(place);
      Digest identity = new Digest().add(String.valueOf(place)).add(line.getBytes(ISO_8859_1));
      long low = ByteBuffer.wrap(identity.add(new byte[0]).bytes()).getLong();
      Instant sent = Instant.ofEpochMilli(SENT + place);
      versions.put(Offer.first(line), Version.ofRecord("sent", sent, low));
    }
    return versions;
  }
}
