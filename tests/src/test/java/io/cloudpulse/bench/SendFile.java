package io.cloudpulse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaLines;
import io.cloudpulse.transforms.kafka.KafkaTopic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends each line of a file to a topic that it makes: {@code SendFile ADDRESS PARTITIONS FILE}. */
final class SendFile {
  private SendFile() {}

  public static void main(String[] args) throws IOException {
    KafkaAddress address = KafkaAddress.parse(args[0]);
    KafkaTopic.create(address, Integer.parseInt(args[1]));
    long sent = 0;
    try (BufferedReader file = Files.newBufferedReader(Path.of(args[2]));
        KafkaLines lines = KafkaLines.to(address)) {
      for (String line = file.readLine(); line != null; line = file.readLine()) {
        lines.send(line.getBytes(UTF_8));
        sent++;
      }
    }
    System.out.println(sent);
  }
}
