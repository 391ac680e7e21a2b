package io.cloudpulse.tests.kit.bigquery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One {@link BigQuery} for all tests of a JVM, gone after the last of them. Without the emulator's
 * program its tests are skipped.
 */
public final class BigQueryServer implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(BigQueryServer.class);

  /** Why its tests are skipped. */
  public static final String MISSING =
      "there is no bigquery-emulator on the PATH: .ci/run builds it with Go";

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(Emulator.program().isPresent(), MISSING);
    BigQuery unused = running(context).orElseThrow();
  }

  /** The server, started now if this is the first test that wants it; empty without the program. */
  public static Optional<BigQuery> running(ExtensionContext context) {
    return Emulator.program()
        .map(
            program ->
                context
                    .getRoot()
                    .getStore(OURS)
                    .getOrComputeIfAbsent(Started.class, unused -> start(program), Started.class)
                    .running());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == BigQuery.class;
  }

  @Override
  public BigQuery resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context).orElseThrow();
  }

  private static Started start(Path program) {
    try {
      return new Started(BigQuery.start(program));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private record Started(BigQuery running) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() throws IOException {
      running.close();
    }
  }
}
