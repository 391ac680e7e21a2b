package io.cloudpulse.pipelines.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's configuration file: what a laptop wants, and over it what the caller wants. */
record PostgresSettings(Map<String, String> values) {
  /** Durable like a real one (fsync stays on), small enough to forget that it runs. */
  private static final Map<String, String> FOR_A_LAPTOP =
      Map.of(
          "max_connections", "60",
          "shared_buffers", "256MB",
          "max_wal_size", "4GB",
          "timezone", "UTC",
          "log_timezone", "UTC");

  static PostgresSettings with(Map<String, String> wanted) {
    Map<String, String> values = new LinkedHashMap<>(FOR_A_LAPTOP);
    wanted.forEach((name, value) -> values.put(checkedName(name), value));
    return new PostgresSettings(values);
  }

  /** Loopback only, and no socket file, whose path would be too long in a deep folder. */
  String fileFor(int port) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("port", String.valueOf(port));
    return all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(setting -> setting.getKey() + " = " + quoted(setting.getValue()) + "\n")
        .collect(
            Collectors.joining(
                "",
                "# Written at each start. Yours to change: alter system set NAME = VALUE\n",
                ""));
  }

  private static String checkedName(String name) {
    if (!name.matches("[a-z][a-z0-9_.]*")) {
      throw new IllegalArgumentException(
          "PostgreSQL setting was \"" + name + "\", but must be a name such as shared_buffers");
    }
    return name;
  }

  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
