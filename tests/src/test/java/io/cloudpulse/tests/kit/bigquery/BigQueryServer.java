package io.cloudpulse.tests.kit.bigquery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cloudpulse.tests.kit.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One {@link BigQuery} for all tests of a JVM, gone after the last of them; each class finds it
 * empty. Without the emulator's program its tests are skipped.
 */
public final class BigQueryServer implements BeforeAllCallback, ParameterResolver {
  /** Why its tests are skipped. */
  public static final String MISSING =
      "there is no bigquery-emulator on the PATH: .ci/run builds it with Go";

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    assumeTrue(Emulator.program().isPresent(), MISSING);
    running().orElseThrow().beginAnew();
  }

  /** The server, started now if this is the first test that wants it; empty without the program. */
  public static Optional<BigQuery> running() {
    return Emulator.program()
        .map(program -> Shared.of(BigQuery.class, () -> BigQueryServer.start(program)));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == BigQuery.class;
  }

  @Override
  public BigQuery resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running().orElseThrow();
  }

  private static BigQuery start(Path program) {
    try {
      return BigQuery.start(program);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
