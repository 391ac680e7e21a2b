package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.local.LocalElasticsearch;
import io.cloudpulse.pipelines.local.RunningElasticsearch;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Elasticsearch for all tests of a JVM, gone after the last of them. A test that takes {@link
 * Indices} has a prefix for the names of its own, which are gone when the test is over.
 */
public final class ElasticsearchServer implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(ElasticsearchServer.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    RunningElasticsearch unused = running();
  }

  /** The node, started now if this is the first test that wants it. */
  public static RunningElasticsearch running() {
    return SharedService.of(LocalElasticsearch::in, RunningElasticsearch.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Indices.class;
  }

  @Override
  public Indices resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(Indices.class, unused -> Indices.of(running()), Indices.class);
  }
}
