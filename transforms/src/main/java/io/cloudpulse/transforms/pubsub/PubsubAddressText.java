package io.cloudpulse.transforms.pubsub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes an address apart, and finds all that is wrong with it. */
final class PubsubAddressText {
  private static final String EXAMPLE =
      "pubsub://my-project/orders-pulse?idAttribute=uid&timestampAttribute=ts";

  /** Of projects Google allows less, of those of a domain a colon more. */
  private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9.:-]{4,61}[a-z0-9]");

  /** Google's own rule for the names of topics and subscriptions. */
  private static final Pattern NAME = Pattern.compile("(?!goog)[A-Za-z][A-Za-z0-9._~+%-]{2,254}");

  private static final Pattern ENDPOINT =
      Pattern.compile("https?://([\\w.-]+|\\[[0-9a-fA-F:]+]):\\d{1,5}");
  private static final Set<String> PARAMETERS =
      Set.of("layout", "header", "idAttribute", "timestampAttribute", "endpoint");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> given = new TreeMap<>();

  PubsubAddress read(String text, String emulator) {
    if (!text.startsWith(PubsubAddress.SCHEME)) {
      problems.add("it must begin with pubsub://");
      throw refused();
    }
    String[] halves = text.substring(PubsubAddress.SCHEME.length()).split("\\?", 2);
    String[] parts = halves[0].split("/", -1);
    if (parts.length != 2) {
      problems.add("after pubsub:// stand a project and a name, with one slash between them");
      throw refused();
    }
    check("project", parts[0], PROJECT, "6 to 63 small letters, digits and hyphens");
    check("name", parts[1], NAME, "3 to 255 letters, digits and . _ ~ + % -, a letter first");
    if (halves.length == 2) {
      readQuery(halves[1]);
    }
    String endpoint = emulator.isEmpty() ? of("endpoint") : endpoint(emulator);
    check("endpoint", endpoint, ENDPOINT, "http://host:port of an emulator, or https://host:port");
    if (!problems.isEmpty()) {
      throw refused();
    }
    return new PubsubAddress(
        parts[0],
        parts[1],
        of("layout"),
        of("header").isEmpty() ? List.of() : List.of(of("header").split(",")),
        of("idAttribute"),
        of("timestampAttribute"),
        endpoint);
  }

  private String endpoint(String emulator) {
    return given.getOrDefault("endpoint", "http://" + emulator);
  }

  private String of(String name) {
    return given.getOrDefault(name, "");
  }

  private void check(String what, String value, Pattern allowed, String words) {
    boolean leftOut = value.isEmpty() && what.equals("endpoint");
    if (!leftOut && !allowed.matcher(value).matches()) {
      problems.add("the " + what + " was \"" + value + "\", but must be " + words);
    }
  }

  private void readQuery(String query) {
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      if (!PARAMETERS.contains(name) || value.isEmpty()) {
        problems.add(
            "parameter \""
                + parameter
                + "\" was given, but only layout, header, idAttribute, timestampAttribute and"
                + " endpoint are known, each with a value");
      } else if (given.put(name, value) != null) {
        problems.add("parameter " + name + " was given twice");
      }
    }
  }

  private IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "the address of a Pub/Sub subscription or topic is wrong: "
            + String.join("; ", problems)
            + ". For example: "
            + EXAMPLE);
  }
}
