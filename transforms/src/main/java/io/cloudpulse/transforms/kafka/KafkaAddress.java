package io.cloudpulse.transforms.kafka;

import java.util.List;
import java.util.StringJoiner;

/**
 * Where a Kafka topic is and how its messages are written. Holds the name of the file that tells
 * how to enter, never what is in it: that is read where a client is made.
 *
 * @param bootstrap {@code host:port}, or several joined by commas
 * @param topic empty if the address names a cluster only
 * @param layout name of the dataset's layout that every message has; empty to tell by the message
 * @param header names of the columns of CSV messages; empty for the dataset's own
 * @param properties path of a file of client properties; empty for none
 */
public record KafkaAddress(
    String bootstrap, String topic, String layout, List<String> header, String properties)
    implements MessagePlace {
  static final String SCHEME = "kafka://";

  public KafkaAddress {
    header = List.copyOf(header);
  }

  /**
   * Reads {@code
   * kafka://host:port,host2:port2/topic?layout=NAME&header=a,b&properties=/path/to.properties}.
   *
   * @throws IllegalArgumentException with every problem, what is allowed, and an example
   */
  public static KafkaAddress parse(String text) {
    return KafkaAddressText.parse(text, true);
  }

  /** As {@link #parse}, of an address that may name a cluster without a topic. */
  public static KafkaAddress parseCluster(String text) {
    return KafkaAddressText.parse(text, false);
  }

  public KafkaAddress withTopic(String name) {
    return new KafkaAddress(bootstrap, name, layout, header, properties);
  }

  @Override
  public String place() {
    return SCHEME + bootstrap + "/" + topic;
  }

  @Override
  public String place(int partition) {
    return place() + "/" + partition;
  }

  @Override
  public String keySource(int partition) {
    return topic + "/" + partition;
  }

  /** The address again. */
  @Override
  public String toString() {
    StringJoiner query = new StringJoiner("&", "?", "");
    query.setEmptyValue("");
    if (!layout.isEmpty()) {
      query.add("layout=" + layout);
    }
    if (!header.isEmpty()) {
      query.add("header=" + String.join(",", header));
    }
    if (!properties.isEmpty()) {
      query.add("properties=" + properties);
    }
    return place() + query;
  }
}
