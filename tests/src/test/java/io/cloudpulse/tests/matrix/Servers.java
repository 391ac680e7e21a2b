package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.cluster.FlinkCluster;
import io.cloudpulse.tests.cluster.SparkCluster;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.ElasticsearchServer;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.KafkaServer;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Topics;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * All that the matrix is run with.
 *
 * @param catalogue what every database begins with
 */
record Servers(
    Machines machines, Database catalogue, Indices indices, Topics topics, Emulators emulators) {

  /** Hands them to a test; a machine that lacks the emulators has the rest. */
  static final class Resolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Servers.class;
    }

    @Override
    public Servers resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return new Servers(
          new Machines(
              new FlinkCluster.Resolver().resolveParameter(parameter, context),
              new SparkCluster.Resolver().resolveParameter(parameter, context)),
          new PostgresServer().resolveParameter(parameter, context),
          new ElasticsearchServer().resolveParameter(parameter, context),
          new KafkaServer().resolveParameter(parameter, context),
          Emulators.running());
    }
  }
}
