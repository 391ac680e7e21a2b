package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/**
 * A Kafka broker on 127.0.0.1 that takes requests.
 *
 * @param version such as {@code Kafka 3.9.2}
 */
public record RunningKafka(String version, int port, Path data) implements RunningService {
  /** As Kafka's own clients take it. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** A source names a topic after it. */
  @Override
  public String address() {
    return "kafka://" + bootstrapServers();
  }

  @Override
  public String tryIt() {
    return "kcat -L -b " + bootstrapServers();
  }
}
