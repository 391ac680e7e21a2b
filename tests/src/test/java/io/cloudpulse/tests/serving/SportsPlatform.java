package io.cloudpulse.tests.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.PulseProcess;
import io.cloudpulse.tests.kit.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** The API and the streams that store what it writes, each in a process of its own. */
final class SportsPlatform implements AutoCloseable {
  private static final List<String> TOPICS =
      List.of("sports.players", "sports.trades", "sports.teams", "sports.moves");

  private final Database database;
  private final Topics topics;
  private final Indices indices;
  private final Path tokens;
  private final String operator;
  private final List<PulseProcess> streams = new ArrayList<>();
  private ServingProcess api;

  SportsPlatform(Database database, Topics topics, Indices indices, Path folder)
      throws IOException {
    this.database = database;
    this.topics = topics;
    this.indices = indices;
    this.tokens = folder.resolve("tokens");
    this.operator = ServingProcess.token(tokens, "operator");
    for (String kept : List.of("", "-deleted")) {
      for (String index : List.of("sports-players", "sports-teams")) {
        var unused = indices.ask("DELETE", "/" + index + kept, "");
      }
    }
    this.api = start();
  }

  /** An API over all three, of the same tokens. */
  ServingProcess start(String... flags) throws IOException {
    List<String> all = new ArrayList<>(List.of(flags));
    all.add("--kafka=" + topics.bootstrap());
    all.add("--elasticsearch=" + indices.url());
    all.add("--tokens=" + tokens);
    return ServingProcess.over(database, all.toArray(String[]::new));
  }

  ServingProcess api() {
    return api;
  }

  String operator() {
    return operator;
  }

  String reader() throws IOException {
    return ServingProcess.token(tokens, "reader");
  }

  /** As {@code kill -9} does. */
  void killApi() throws IOException {
    api.close();
  }

  void startApi() throws IOException {
    api = start();
  }

  /** Follows the topic of a dataset; the table is there when this returns. */
  void follow(String dataset, String runner, String table) {
    streams.add(
        PulseProcess.start(
            "run",
            "--dataset=" + dataset,
            "--source=" + topics.address(dataset),
            "--sink=" + database.sink() + "," + indices.address(),
            "--job=" + dataset,
            "--runner=" + runner,
            "--quiet"));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !database.one("select to_regclass('" + table + "')").equals("null"));
  }

  HttpResponse<String> write(String method, String path, String json, String... headers) {
    return api.write(method, path, json, operator, headers);
  }

  /** What a search for a row finds of a field; null if it finds none. */
  String found(String index, String key, String value, String field) {
    String body = "{\"query\": {\"term\": {\"%s\": \"%s\"}}}".formatted(key, value);
    JsonNode hit =
        ServingProcess.parsed(indices.ask("POST", "/" + index + "/_search", body))
            .at("/hits/hits/0/_source");
    return hit.isMissingNode() ? null : hit.path(field).asText(null);
  }

  /** How many messages a topic holds. */
  long messages(String topic) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", topics.bootstrap()))) {
      Map<TopicPartition, OffsetSpec> ends = new java.util.HashMap<>();
      for (int partition : partitions(admin, topic)) {
        ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
      return admin
          .listOffsets(ends)
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join()
          .values()
          .stream()
          .mapToLong(ListOffsetsResultInfo::offset)
          .sum();
    }
  }

  private static List<Integer> partitions(Admin admin, String topic) {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .toCompletionStage()
        .toCompletableFuture()
        .join()
        .get(topic)
        .partitions()
        .stream()
        .map(partition -> partition.partition())
        .toList();
  }

  Database database() {
    return database;
  }

  String one(String sql) throws SQLException {
    return database.one(sql);
  }

  @Override
  public void close() throws IOException {
    for (PulseProcess stream : streams) {
      stream.close();
    }
    api.close();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", topics.bootstrap()))) {
      Object unused =
          admin.deleteTopics(TOPICS).all().toCompletionStage().toCompletableFuture().join();
    }
  }
}
