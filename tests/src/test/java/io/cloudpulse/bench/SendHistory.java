package io.cloudpulse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import io.cloudpulse.transforms.kafka.KafkaTopic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends, as fast as a topic takes them, the rows that would have come in the last minutes, had they
 * come at a rate: {@code SendHistory kafka://HOST:PORT/TOPIC moments|events:USERS RATE MINUTES
 * FIRST}. The last of them is of the moment at which it began. Prints how many there were.
 */
final class SendHistory {
  private static final int PARTITIONS = 4;

  private SendHistory() {}

  public static void main(String[] args) {
    KafkaAddress address = KafkaAddress.parse(args[0]);
    KafkaTopic.create(address, PARTITIONS);
    SteadyRows rows = SteadyRows.of(args[1], Long.parseLong(args[4]));
    long rate = Long.parseLong(args[2]);
    Duration length = Duration.ofMinutes(Long.parseLong(args[3]));
    Instant start = Clock.systemUTC().instant().minus(length);
    long most = rate * length.toSeconds();
    try (KafkaLines lines = KafkaLines.to(address)) {
      for (long row = 0; row < most; row++) {
        Instant at = start.plusNanos(row * 1_000_000_000 / rate);
        lines.send(rows.next(at).getBytes(UTF_8));
      }
    }
    System.out.println(most);
  }
}
