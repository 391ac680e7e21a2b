package io.cloudpulse.transforms.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes an address apart, and finds all that is wrong with it. */
final class KafkaAddressText {
  private static final String EXAMPLE =
      "kafka://localhost:9092/clicks?layout=feed&properties=/etc/pulse/kafka.properties";
  private static final Pattern SERVER = Pattern.compile("([\\w.-]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");

  /** Kafka's own rule for the name of a topic. */
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  private final List<String> problems = new ArrayList<>();
  private String layout = "";
  private List<String> header = List.of();
  private String properties = "";

  private KafkaAddressText() {}

  static KafkaAddress parse(String text, boolean topicNeeded) {
    return new KafkaAddressText().read(text, topicNeeded);
  }

  private KafkaAddress read(String text, boolean topicNeeded) {
    if (!text.startsWith(KafkaAddress.SCHEME)) {
      problems.add("it must begin with kafka://");
      throw refused();
    }
    int query = text.indexOf('?');
    String place = text.substring(KafkaAddress.SCHEME.length(), query < 0 ? text.length() : query);
    int slash = place.indexOf('/');
    String servers = slash < 0 ? place : place.substring(0, slash);
    String topic = slash < 0 ? "" : place.substring(slash + 1);
    checkServers(servers);
    checkTopic(topic, topicNeeded);
    if (query >= 0) {
      readQuery(text.substring(query + 1));
    }
    if (!problems.isEmpty()) {
      throw refused();
    }
    return new KafkaAddress(servers, topic, layout, header, properties);
  }

  private void checkServers(String servers) {
    if (servers.indexOf('@') >= 0) {
      problems.add("user and password must not stand in it: put them in a properties file");
      return;
    }
    for (String server : servers.split(",", -1)) {
      var parts = SERVER.matcher(server);
      if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
        problems.add("a server was \"" + server + "\", but must be host:port");
      }
    }
  }

  private void checkTopic(String topic, boolean needed) {
    if (topic.isEmpty() ? needed : !TOPIC.matcher(topic).matches()) {
      problems.add(
          "the topic was \""
              + topic
              + "\", but must be 1 to 249 letters, digits, points, hyphens and underscores");
    }
  }

  private void readQuery(String query) {
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      switch (name) {
        case "layout" -> layout = given(name, value);
        case "header" -> header = List.of(given(name, value).split(",", -1));
        case "properties" -> properties = given(name, value);
        default ->
            problems.add(
                "it has no parameter " + name + ": there are layout, header and properties");
      }
    }
  }

  private String given(String name, String value) {
    if (value.isEmpty()) {
      problems.add(name + " is empty");
    }
    return value;
  }

  /** The address itself is not repeated: someone may have put a password into it. */
  private IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "the Kafka address is wrong: " + String.join("; ", problems) + ". For example: " + EXAMPLE);
  }
}
