package io.cloudpulse.pipelines.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * A real Kafka broker on this machine, without Docker: broker and controller in one JVM of its own.
 * Its topics outlive it, and a kill; it outlives the JVM that started it. Any number run side by
 * side, one per home folder.
 */
public final class LocalKafka extends ControlledService<RunningKafka> {
  static final String NAME = "kafka";
  private static final int USUAL_PORT = 9092;

  private final ServiceHome home;
  private final ServicePort port;
  private final KafkaSettings settings;

  private LocalKafka(ServiceHome home, ServicePort port, KafkaSettings settings) {
    super(NAME);
    this.home = home;
    this.port = port;
    this.settings = settings;
  }

  /** Takes port 9092, or a free one if that is taken; keeps it from then on while it is free. */
  public static LocalKafka in(Path home) {
    return new LocalKafka(
        ServiceHome.in(home, NAME),
        ServicePort.of("Kafka", USUAL_PORT),
        KafkaSettings.with(Map.of()));
  }

  @Override
  public LocalKafka onPort(int wanted) {
    return new LocalKafka(home, port.demanding(wanted), settings);
  }

  /** Broker settings of the next start, such as {@code num.partitions}, over the defaults. */
  public LocalKafka withSettings(Map<String, String> wanted) {
    return new LocalKafka(home, port, KafkaSettings.with(wanted));
  }

  @Override
  ServiceControl<RunningKafka> control() {
    return new ServiceControl<>(home, port, new KafkaServer(home, settings));
  }
}
