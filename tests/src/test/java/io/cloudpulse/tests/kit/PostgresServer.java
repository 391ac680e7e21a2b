package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.local.LocalPostgres;
import io.cloudpulse.pipelines.local.RunningPostgres;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One PostgreSQL server for all tests of a JVM, gone after the last of them. A test that takes a
 * {@link Database} gets an empty one of its own, gone when the test is over.
 */
public final class PostgresServer implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(PostgresServer.class);

  /**
   * Tests kill writers, never the machine: what a crash of it would lose need not be waited for.
   */
  private static final Map<String, String> HASTY =
      Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

  @Override
  public void beforeAll(ExtensionContext context) {
    RunningPostgres unused = running();
  }

  /** The server, started now if this is the first test that wants it. */
  public static RunningPostgres running() {
    return SharedService.of(
        home -> LocalPostgres.in(home).withSettings(HASTY), RunningPostgres.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class;
  }

  @Override
  public Database resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String name = "t_" + UUID.randomUUID().toString().replace('-', '_');
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(name, unused -> Database.create(running(), name), Database.class);
  }
}
