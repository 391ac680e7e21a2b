package io.cloudpulse.tests.elasticsearch;

import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.postgres.PostgresServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens the one Elasticsearch of all tests, and the database that counts. */
public final class ElasticsearchServer implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    new PostgresServer().beforeAll(context);
    TestCluster.use(new Indices(io.cloudpulse.tests.kit.ElasticsearchServer.running(), "tests-"));
  }
}
