package io.cloudpulse.tests.kit;

import io.cloudpulse.transforms.pubsub.PubsubAddress;
import io.cloudpulse.transforms.pubsub.PubsubLines;
import io.cloudpulse.transforms.pubsub.PubsubTopic;
import io.cloudpulse.transforms.pubsub.Subscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Topics of an emulator, and their subscriptions, of names that nobody else has. */
public record Subscriptions(String host) {
  private static final String PROJECT = "pubsub://pulse-tests/";

  /** Makes both, and returns their name. */
  public String made() {
    String name = "t-" + UUID.randomUUID();
    make(name, List.of(name));
    return name;
  }

  /** Makes a topic, and subscriptions of it that each get all that is sent from now on. */
  public void make(String topic, List<String> names) {
    PubsubAddress address = PubsubAddress.parse(address(topic));
    PubsubTopic.prepare(address);
    names.forEach(name -> PubsubTopic.subscribe(address, PubsubAddress.parse(address(name))));
  }

  /** As {@code --source} and {@code --out} take it. */
  public String address(String name) {
    return PROJECT + name + "?endpoint=http://" + host;
  }

  /** Sends lines, each with its place as id. */
  public void send(String name, List<String> lines) {
    send(name, lines, IntStream.range(0, lines.size()).boxed().toList());
  }

  /** Sends some of the lines, in an order and as often as told, each with its place as id. */
  public void send(String name, List<String> lines, List<Integer> places) {
    send(name, lines, places, place -> Map.of("uid", String.valueOf(place)));
  }

  /** The same, with other attributes, which go by the place. */
  public void send(
      String name,
      List<String> lines,
      List<Integer> places,
      IntFunction<Map<String, String>> attributes) {
    try (PubsubLines topic = PubsubLines.to(PubsubAddress.parse(address(name)))) {
      for (int place : places) {
        byte[] line = lines.get(place).getBytes(StandardCharsets.ISO_8859_1);
        topic.send("", line, attributes.apply(place));
      }
    }
  }

  /** How many messages wait that nobody holds; they are held for a while by that. */
  public int waiting(String name) throws IOException {
    try (Subscription subscription = Subscription.open(PubsubAddress.parse(address(name)))) {
      return subscription.nextUnlessSilent(Duration.ofSeconds(1)).size();
    }
  }
}
