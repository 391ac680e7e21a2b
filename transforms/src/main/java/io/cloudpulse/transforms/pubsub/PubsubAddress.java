package io.cloudpulse.transforms.pubsub;

import io.cloudpulse.transforms.kafka.MessagePlace;
import java.util.List;
import java.util.StringJoiner;

/**
 * A subscription or a topic of Pub/Sub, and how its messages are written. Holds nothing secret:
 * Google's own credentials are looked up where a client is made.
 *
 * @param name of the subscription, or of the topic where that is what is wanted
 * @param layout as in {@link MessagePlace}
 * @param header as in {@link MessagePlace}
 * @param idAttribute the attribute that names a message, however often it is published; empty for
 *     the id that the server gave it
 * @param timestampAttribute the attribute that says when it was sent; empty for when the server
 *     took it
 * @param endpoint {@code http://host:port} of an emulator, {@code https://} of a private endpoint;
 *     empty for Google's own
 */
@SuppressWarnings("checkstyle:ParameterNumber")
public record PubsubAddress(
    String project,
    String name,
    String layout,
    List<String> header,
    String idAttribute,
    String timestampAttribute,
    String endpoint)
    implements MessagePlace {
  static final String SCHEME = "pubsub://";

  public PubsubAddress {
    header = List.copyOf(header);
  }

  /**
   * Reads {@code pubsub://project/name?idAttribute=a&timestampAttribute=b&endpoint=http://h:p}. An
   * address that names no endpoint takes the emulator that {@code PUBSUB_EMULATOR_HOST} names, as
   * Google's own programs do; it is written into the address, so that workers take the same.
   *
   * @throws IllegalArgumentException with every problem, what is allowed, and an example
   */
  public static PubsubAddress parse(String text) {
    return parse(text, System.getenv("PUBSUB_EMULATOR_HOST"));
  }

  static PubsubAddress parse(String text, String emulator) {
    return new PubsubAddressText().read(text, emulator == null ? "" : emulator);
  }

  /** True of one that is reached without encryption and without credentials. */
  public boolean isEmulator() {
    return endpoint.startsWith("http://");
  }

  /** {@code host:port}; empty for Google's own. */
  public String host() {
    return endpoint.replaceFirst("^https?://", "");
  }

  public String subscriptionPath() {
    return "projects/" + project + "/subscriptions/" + name;
  }

  public String topicPath() {
    return "projects/" + project + "/topics/" + name;
  }

  @Override
  public String place() {
    return SCHEME + project + "/" + name;
  }

  /** A subscription has no partitions: any reader may be given any message. */
  @Override
  public String place(int partition) {
    return place();
  }

  @Override
  public String keySource(int partition) {
    return project + "/" + name;
  }

  /** The address again. */
  @Override
  public String toString() {
    StringJoiner query = new StringJoiner("&", "?", "");
    query.setEmptyValue("");
    add(query, "layout", layout);
    add(query, "header", String.join(",", header));
    add(query, "idAttribute", idAttribute);
    add(query, "timestampAttribute", timestampAttribute);
    add(query, "endpoint", endpoint);
    return place() + query;
  }

  private static void add(StringJoiner query, String name, String value) {
    if (!value.isEmpty()) {
      query.add(name + "=" + value);
    }
  }
}
