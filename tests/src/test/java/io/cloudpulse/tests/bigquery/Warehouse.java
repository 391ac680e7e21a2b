package io.cloudpulse.tests.bigquery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.kit.bigquery.BigQueryServer;
import io.cloudpulse.tests.postgres.PostgresServer;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.bigquery.BigQueryAddress;
import io.cloudpulse.transforms.bigquery.BigQueryMethod;
import io.cloudpulse.transforms.bigquery.BigQuerySink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens the one BigQuery of all tests, and the database that counts. */
public final class Warehouse implements BeforeAllCallback {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static BigQuery server;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    new BigQueryServer().beforeAll(context);
    new PostgresServer().beforeAll(context);
    server = BigQueryServer.running().orElseThrow();
  }

  static BigQuery server() {
    return server;
  }

  static BigQuerySink sink(Dataset dataset, String run) {
    return sink(dataset, run, SchemaPolicy.REFUSE);
  }

  /** A table in a dataset of BigQuery that is named after our own. */
  static BigQuerySink sink(Dataset dataset, String run, SchemaPolicy policy) {
    return new BigQuerySink(
        dataset,
        BigQueryAddress.parse(server.address(home(dataset))),
        TestDatabase.address(),
        run,
        policy,
        Duration.ofSeconds(20),
        BigQueryMethod.UPSERT);
  }

  private static String home(Dataset dataset) {
    return "t_" + dataset.kind();
  }

  static String table(Dataset dataset) {
    return home(dataset) + "." + dataset.kind();
  }

  static List<String> query(Dataset dataset, String columns) {
    return server.query("select %s from `%s` order by 1".formatted(columns, table(dataset)));
  }

  static void drop(Dataset dataset) {
    server.drop(home(dataset));
  }

  /** Makes the dataset's table by hand, from JSON. */
  static void create(Dataset dataset, String json) {
    try {
      JsonNode unused =
          server.answer(
              "POST",
              "datasets",
              JSON.readTree(
                  "{\"datasetReference\":{\"projectId\":\"test\",\"datasetId\":\"%s\"}}"
                      .formatted(home(dataset))));
      unused = server.answer("POST", "datasets/" + home(dataset) + "/tables", named(dataset, json));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private static JsonNode named(Dataset dataset, String json) throws IOException {
    com.fasterxml.jackson.databind.node.ObjectNode table =
        (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(json);
    table
        .putObject("tableReference")
        .put("projectId", "test")
        .put("datasetId", home(dataset))
        .put("tableId", dataset.kind());
    return table;
  }
}
