package io.cloudpulse.pipelines.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * A real Elasticsearch on this machine, without Docker or root: one node in a JVM of its own. Its
 * indices outlive it, and a kill; it outlives the JVM that started it. Any number run side by side,
 * one per home folder.
 */
public final class LocalElasticsearch extends ControlledService<RunningElasticsearch> {
  static final String NAME = "elasticsearch";
  private static final int USUAL_PORT = 9200;

  private final ServiceHome home;
  private final ServicePort port;
  private final ElasticsearchSettings settings;

  private LocalElasticsearch(ServiceHome home, ServicePort port, ElasticsearchSettings settings) {
    super(NAME);
    this.home = home;
    this.port = port;
    this.settings = settings;
  }

  /** Takes port 9200, or a free one if that is taken; keeps it from then on while it is free. */
  public static LocalElasticsearch in(Path home) {
    return new LocalElasticsearch(
        ServiceHome.in(home, NAME),
        ServicePort.of("Elasticsearch", USUAL_PORT),
        ElasticsearchSettings.with(Map.of()));
  }

  @Override
  public LocalElasticsearch onPort(int wanted) {
    return new LocalElasticsearch(home, port.demanding(wanted), settings);
  }

  /**
   * Node settings of the next start, such as {@code action.auto_create_index}, over the defaults.
   */
  public LocalElasticsearch withSettings(Map<String, String> wanted) {
    return new LocalElasticsearch(home, port, ElasticsearchSettings.with(wanted));
  }

  @Override
  ServiceControl<RunningElasticsearch> control() {
    return new ServiceControl<>(home, port, new ElasticsearchServer(home, settings));
  }
}
