package io.cloudpulse.pipelines.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The broker's configuration file: what a laptop wants, and over it what the caller wants. */
record KafkaSettings(Map<String, String> values) {
  private static final int EIGHT_MEBIBYTES = 8 << 20;

  private static final Map<String, String> FOR_A_LAPTOP =
      Map.ofEntries(
          // Whoever produces to a topic means it to exist; two partitions, so that order across
          // partitions is seen not to be kept.
          Map.entry("auto.create.topics.enable", "true"),
          Map.entry("num.partitions", "2"),
          // Large records are to be refused by a dataset's rules, not by the way to them.
          Map.entry("message.max.bytes", String.valueOf(EIGHT_MEBIBYTES)),
          Map.entry("replica.fetch.max.bytes", String.valueOf(EIGHT_MEBIBYTES)),
          // A laptop's topic is there until it is deleted: a stream may be read again next month.
          Map.entry("log.retention.ms", "-1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // One broker holds the only copy, and few groups and transactions.
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "1"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          // Half of the heap, otherwise.
          Map.entry("log.cleaner.dedupe.buffer.size", "8388608"));

  static KafkaSettings with(Map<String, String> wanted) {
    Map<String, String> values = new LinkedHashMap<>(FOR_A_LAPTOP);
    wanted.forEach((name, value) -> values.put(checkedName(name), value));
    return new KafkaSettings(values);
  }

  /** Loopback only. The controller's port is no client's business, and another at each start. */
  String fileFor(int port, int controllerPort, Path data) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    all.put("controller.listener.names", "CONTROLLER");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    all.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
    all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    all.put("log.dirs", data.toString());
    return all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(setting -> setting.getKey() + "=" + escaped(setting.getValue()) + "\n")
        .collect(Collectors.joining("", "# Written at each start.\n", ""));
  }

  private static String checkedName(String name) {
    if (!name.matches("[a-z][a-z0-9.]*")) {
      throw new IllegalArgumentException(
          "Kafka setting was \"" + name + "\", but must be a name such as num.partitions");
    }
    return name;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
