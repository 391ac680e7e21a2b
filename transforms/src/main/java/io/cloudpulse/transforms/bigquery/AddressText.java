package io.cloudpulse.transforms.bigquery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an address and gathers all that is wrong with it. */
final class AddressText {
  private static final String EXAMPLE = "bigquery://my-project/my_dataset";
  private static final String ELSEWHERE = "rest=http://127.0.0.1:9050&grpc=http://127.0.0.1:9060";
  private static final List<String> NAMES = List.of("rest", "grpc");

  /** A domain's own projects are named {@code example.com:project}. */
  private static final Pattern PROJECT =
      Pattern.compile("([a-z][a-z0-9.-]*:)?[a-z]([a-z0-9-]*[a-z0-9])?");

  private static final Pattern DATASET = Pattern.compile("\\w{1,1024}");
  private static final Pattern ENDPOINT =
      Pattern.compile("https?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String project = "";
  private String dataset = "";

  AddressText(String text) {
    if (!text.startsWith(BigQueryAddress.SCHEME)) {
      problems.add("it must start with " + BigQueryAddress.SCHEME);
      return;
    }
    int query = text.indexOf('?');
    readPlace(text.substring(BigQueryAddress.SCHEME.length(), query < 0 ? text.length() : query));
    readParameters(query < 0 ? "" : text.substring(query + 1));
    checkTogether();
  }

  BigQueryAddress address() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "a BigQuery address must look like "
              + EXAMPLE
              + ", but:\n  - "
              + String.join("\n  - ", problems));
    }
    return new BigQueryAddress(project, dataset, value("rest"), value("grpc"));
  }

  private void readPlace(String place) {
    String text = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
    int slash = text.indexOf('/');
    project = slash < 0 ? text : text.substring(0, slash);
    dataset = slash < 0 ? "" : text.substring(slash + 1);
    if (!PROJECT.matcher(project).matches()) {
      problems.add(
          "\"%s\" is no project's id: small letters, digits and hyphens".formatted(project));
    }
    if (dataset.indexOf('/') >= 0) {
      problems.add("the table is named after the dataset that is moved, and not given");
    } else if (slash >= 0 && !DATASET.matcher(dataset).matches()) {
      problems.add("\"%s\" is no BigQuery dataset: letters, digits and _".formatted(dataset));
    }
  }

  private void readParameters(String query) {
    for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = parameter.substring(equals + 1);
      if (!NAMES.contains(name)) {
        problems.add("\"" + name + "\" is unknown; there are " + String.join(", ", NAMES));
      } else if (equals < 0 || !ENDPOINT.matcher(value).matches()) {
        problems.add(name + " must be http://host:port or https://host:port");
      } else if (parameters.putIfAbsent(name, value) != null) {
        problems.add(name + " is given twice");
      }
    }
  }

  /** With one alone, a table would be made here and its rows sent to Google, or the reverse. */
  private void checkTogether() {
    if (parameters.size() == 1) {
      problems.add("rest and grpc need each other, as in ?" + ELSEWHERE);
    } else if (value("rest").startsWith(BigQueryAddress.PLAIN)
        != value("grpc").startsWith(BigQueryAddress.PLAIN)) {
      problems.add("rest and grpc must both be http:// (no credentials) or both https://");
    }
  }

  private String value(String name) {
    return parameters.getOrDefault(name, "");
  }
}
