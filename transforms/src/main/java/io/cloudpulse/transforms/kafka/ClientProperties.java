package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.Secrets;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client needs to enter a cluster, read on the machine that makes the client. A value may
 * have {@code secret://env/NAME} (or {@code file}, {@code gcp}) in it, also amid other text, as in
 * {@code sasl.jaas.config}.
 */
final class ClientProperties {
  /** A name ends where its surroundings go on: at white space, a quote or a semicolon. */
  private static final Pattern SECRET = Pattern.compile("secret://(env|file|gcp)/[^\\s\"';]+");

  private ClientProperties() {}

  /** Of an address: its servers, and what its file says. */
  static Map<String, Object> of(KafkaAddress address) {
    Map<String, Object> properties = new HashMap<>();
    if (!address.properties().isEmpty()) {
      Properties file = read(Path.of(address.properties()));
      for (String name : file.stringPropertyNames()) {
        properties.put(name, resolved(file.getProperty(name)));
      }
    }
    properties.put("bootstrap.servers", address.bootstrap());
    return properties;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      properties.load(text);
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "the Kafka properties " + file + " cannot be read: put them on every worker", unreadable);
    }
  }

  private static String resolved(String value) {
    return SECRET.matcher(value).replaceAll(ClientProperties::secret);
  }

  private static String secret(MatchResult name) {
    return Matcher.quoteReplacement(Secrets.resolve(name.group()));
  }
}
