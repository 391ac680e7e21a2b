package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.Secrets;
import java.io.Serializable;
import java.util.List;
import java.util.StringJoiner;
import org.elasticsearch.client.RestClient;

/**
 * Where an Elasticsearch cluster is and who enters it. Holds the names of secrets, never a secret:
 * those are looked up where a client is opened.
 *
 * @param hosts each as {@code host:port}
 * @param tls whether to speak HTTPS; the host's name is then held against its certificate
 * @param user for basic authentication; empty for none
 * @param passwordName a {@link Secrets} name; empty for none
 * @param apiKeyName a {@link Secrets} name of a key as Elasticsearch encodes it; empty for none
 * @param authority whom to trust instead of Java's own list: the path of a PEM file, or a {@link
 *     Secrets} name of its text; empty for Java's list
 */
public record ElasticsearchAddress(
    List<String> hosts,
    boolean tls,
    String user,
    String passwordName,
    String apiKeyName,
    String authority)
    implements Serializable {
  static final String SCHEME = "elasticsearch://";

  public ElasticsearchAddress {
    hosts = List.copyOf(hosts);
  }

  /**
   * Reads {@code elasticsearch://host:port[,host2:port2]}, with {@code ?tls=true}, {@code user} and
   * {@code password=secret://env/NAME} or {@code apiKey=secret://env/NAME}, and {@code ca=PEM
   * file}. A port that is not given is 9200.
   *
   * @throws IllegalArgumentException with all that is wrong with it, and no secret
   */
  public static ElasticsearchAddress parse(String text) {
    return new AddressText(text).address();
  }

  /** Opens a client; nothing is asked of the server yet. */
  public RestClient open() {
    return ClientOpening.of(this);
  }

  /** Hosts and ports, for messages. */
  public String place() {
    return String.join(",", hosts);
  }

  /** The address again, with the secrets' names and nothing secret. */
  @Override
  public String toString() {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    if (tls) {
      query.add("tls=true");
    }
    add(query, "user", user);
    add(query, "password", passwordName);
    add(query, "apiKey", apiKeyName);
    add(query, "ca", authority);
    return SCHEME + place() + query;
  }

  private static void add(StringJoiner query, String name, String value) {
    if (!value.isEmpty()) {
      query.add(name + "=" + value);
    }
  }
}
