package io.cloudpulse.pipelines.local;

import java.nio.file.Path;

/**
 * The API and its page on this machine, over the PostgreSQL, Elasticsearch and Kafka of the same
 * home: {@code pulse serve} in a JVM that outlives the one that started it. It does not start where
 * no PostgreSQL runs.
 */
public final class LocalServing extends ControlledService<RunningServing> {
  /** As {@code pulse status} tells it. */
  public static final String NAME = "serving";

  private static final int USUAL_PORT = 8088;

  private final Path root;
  private final ServicePort port;

  private LocalServing(Path root, ServicePort port) {
    super(NAME);
    this.root = root;
    this.port = port;
  }

  /** Takes port 8088, or a free one if that is taken; keeps it from then on while it is free. */
  public static LocalServing in(Path home) {
    return new LocalServing(home, ServicePort.of("The page", USUAL_PORT));
  }

  @Override
  public LocalServing onPort(int wanted) {
    return new LocalServing(root, port.demanding(wanted));
  }

  /**
   * A JVM flag of a process that ends when this is stopped, as what feeds the page does: also where
   * the one that started it was killed.
   */
  public String companion() {
    return new JavaServer(home()).mark();
  }

  private ServiceHome home() {
    return ServiceHome.in(root, NAME);
  }

  @Override
  ServiceControl<RunningServing> control() {
    return new ServiceControl<>(home(), port, new ServingServer(home(), root));
  }
}
