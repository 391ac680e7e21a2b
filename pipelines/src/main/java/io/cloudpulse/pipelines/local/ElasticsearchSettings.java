package io.cloudpulse.pipelines.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The node's configuration files: what a laptop wants, and over it what the caller wants. */
record ElasticsearchSettings(Map<String, String> values) {
  private static final Map<String, String> FOR_A_LAPTOP =
      Map.of(
          // Loopback only, and so no password; a password would ask for TLS.
          "xpack.security.enabled", "false",
          // A laptop's disk is often nearly full; a node that turns read-only then helps nobody.
          "cluster.routing.allocation.disk.threshold_enabled", "false");

  static ElasticsearchSettings with(Map<String, String> wanted) {
    Map<String, String> values = new LinkedHashMap<>(FOR_A_LAPTOP);
    wanted.forEach((name, value) -> values.put(checkedName(name), value));
    return new ElasticsearchSettings(values);
  }

  String fileFor(int port, ServiceHome home) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("cluster.name", "pulse");
    all.put("node.name", "pulse");
    all.put("discovery.type", "single-node");
    all.put("network.host", "127.0.0.1");
    all.put("http.port", String.valueOf(port));
    // Of talk between nodes, of which there is one: any free port, at each start.
    all.put("transport.port", "0");
    all.put("path.data", home.data().toString());
    all.put("path.logs", home.service().resolve("logs").toString());
    return all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(setting -> setting.getKey() + ": " + quoted(setting.getValue()) + "\n")
        .collect(Collectors.joining("", "# Written at each start.\n", ""));
  }

  private static String checkedName(String name) {
    if (!name.matches("[a-z][a-z0-9._]*")) {
      throw new IllegalArgumentException(
          "Elasticsearch setting was \""
              + name
              + "\", but must be a name such as action.auto_create_index");
    }
    return name;
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
