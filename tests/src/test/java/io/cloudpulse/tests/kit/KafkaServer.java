package io.cloudpulse.tests.kit;

import io.cloudpulse.pipelines.local.LocalKafka;
import io.cloudpulse.pipelines.local.RunningKafka;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Kafka broker for all tests of a JVM, gone after the last of them. A test that takes a {@link
 * KafkaServer} asks it for topics, which are gone when the test is over.
 */
public final class KafkaServer implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(KafkaServer.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    RunningKafka unused = running();
  }

  /** The broker, started now if this is the first test that wants it. */
  public static RunningKafka running() {
    return SharedService.of(LocalKafka::in, RunningKafka.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Topics.class;
  }

  @Override
  public Topics resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(OURS)
        .getOrComputeIfAbsent(Topics.class, unused -> new Topics(running()), Topics.class);
  }
}
