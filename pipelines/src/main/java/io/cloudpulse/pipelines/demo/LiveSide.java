package io.cloudpulse.pipelines.demo;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.ElasticsearchShape;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.kafka.KafkaTopic;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.RestClient;

/**
 * Where the demo's streams go, apart from its batches: a database of their own. Elasticsearch they
 * share, so an index is emptied between the two.
 */
record LiveSide(Servers servers) {
  private static final String DATABASE = "demo_live";
  private static final int PARTITIONS = 4;

  /** A new, empty database. */
  void reset() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                servers.postgres().jdbcUrl(),
                servers.postgres().user(),
                servers.postgres().password());
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + DATABASE + " with (force)");
      statement.execute("create database " + DATABASE);
    }
  }

  String jdbcUrl() {
    return servers.postgres().jdbcUrl().replaceFirst("/[^/]*$", "/" + DATABASE);
  }

  String database() {
    return servers.database(DATABASE);
  }

  /** A new, empty topic; returns its address. */
  String newTopic(String name) {
    String address = servers.topic(name);
    KafkaTopic.renew(KafkaAddress.parse(address), PARTITIONS);
    return address;
  }

  /** Forgets a dataset's index. */
  void emptyIndex(Dataset dataset) throws IOException {
    Request delete = new Request("DELETE", "/" + ElasticsearchShape.of(dataset).index());
    delete.addParameter("ignore_unavailable", "true");
    try (RestClient client = search().open()) {
      Response unused = client.performRequest(delete);
    }
  }

  ElasticsearchAddress search() {
    return ElasticsearchAddress.parse(servers.elasticsearch().address());
  }
}
