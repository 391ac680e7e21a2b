package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an address and gathers all that is wrong with it. Never repeats what may be a secret. */
final class AddressText {
  private static final String EXAMPLE =
      "elasticsearch://host:9200?tls=true&user=me&password=secret://env/ES_PASSWORD";
  private static final List<String> NAMES = List.of("tls", "user", "password", "apiKey", "ca");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
  private static final int LAST_PORT = 65_535;

  private final List<String> problems = new ArrayList<>();
  private final List<String> hosts = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();

  AddressText(String text) {
    if (!text.startsWith(ElasticsearchAddress.SCHEME)) {
      problems.add("it must start with " + ElasticsearchAddress.SCHEME);
      return;
    }
    int query = text.indexOf('?');
    String place =
        text.substring(ElasticsearchAddress.SCHEME.length(), query < 0 ? text.length() : query);
    readHosts(place);
    readParameters(query < 0 ? "" : text.substring(query + 1));
    checkSecret("password");
    checkSecret("apiKey");
    checkTogether();
  }

  ElasticsearchAddress address() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "an Elasticsearch address must look like "
              + EXAMPLE
              + ", but:\n  - "
              + String.join("\n  - ", problems));
    }
    return new ElasticsearchAddress(
        hosts, is("tls"), value("user"), value("password"), value("apiKey"), value("ca"));
  }

  private void readHosts(String place) {
    if (place.indexOf('@') >= 0) {
      problems.add("the user is given as ?user=NAME, not before an @");
      return;
    }
    String text = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
    for (String host : text.split(",", -1)) {
      readHost(host);
    }
  }

  private void readHost(String host) {
    if (!HOST.matcher(host).matches()) {
      problems.add("\"" + host + "\" is no host:port; several are joined by commas");
      return;
    }
    int colon = host.lastIndexOf(':');
    if (colon <= host.lastIndexOf(']')) {
      hosts.add(host + ":9200");
    } else if (Integer.parseInt(host.substring(colon + 1)) > LAST_PORT) {
      problems.add("the port of \"" + host + "\" must be at most 65535");
    } else {
      hosts.add(host);
    }
  }

  private void readParameters(String query) {
    for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (!NAMES.contains(name)) {
        problems.add("\"" + name + "\" is unknown; there are " + String.join(", ", NAMES));
      } else if (equals < 0 || equals == parameter.length() - 1) {
        problems.add(name + " has no value");
      } else if (parameters.putIfAbsent(name, parameter.substring(equals + 1)) != null) {
        problems.add(name + " is given twice");
      }
    }
  }

  private void checkSecret(String name) {
    if (parameters.containsKey(name) && !Secrets.isName(value(name))) {
      problems.add(
          "%s must not stand in a flag: name it, as in %s=secret://env/NAME or %s=secret://file/PATH"
              .formatted(name, name, name));
    }
  }

  private void checkTogether() {
    if (parameters.containsKey("tls") && !value("tls").matches("true|false")) {
      problems.add("tls must be true or false");
    }
    if (parameters.containsKey("ca") && !is("tls")) {
      problems.add("ca needs tls=true");
    }
    if (parameters.containsKey("user") != parameters.containsKey("password")) {
      problems.add("user and password need each other");
    }
    if (parameters.containsKey("apiKey") && parameters.containsKey("user")) {
      problems.add("apiKey and user exclude each other");
    }
  }

  private boolean is(String name) {
    return value(name).equals("true");
  }

  private String value(String name) {
    return parameters.getOrDefault(name, "");
  }
}
