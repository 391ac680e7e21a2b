package io.cloudpulse.tests.postgres;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens the one server of all tests for those that look at the sink alone. */
public final class PostgresServer implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    TestDatabase.use(io.cloudpulse.tests.kit.PostgresServer.running());
  }
}
