package io.cloudpulse.tests.kubernetes;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.ExecutionCheckpointingOptions;

/** Flink's settings by name, of Flink's own classes: it ignores a name that it does not know. */
final class FlinkKeys {
  private static final Set<String> KNOWN =
      Stream.of(
              CheckpointingOptions.class,
              DeploymentOptions.class,
              ExecutionCheckpointingOptions.class,
              HighAvailabilityOptions.class,
              TaskManagerOptions.class)
          .flatMap(options -> Arrays.stream(options.getFields()))
          .filter(field -> field.getType() == ConfigOption.class)
          .map(FlinkKeys::key)
          .collect(Collectors.toSet());

  private FlinkKeys() {}

  static List<String> problems(String key) {
    return KNOWN.contains(key) ? List.of() : List.of("Flink has no setting " + key);
  }

  private static String key(Field option) {
    try {
      return ((ConfigOption<?>) option.get(null)).key();
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(hidden);
    }
  }
}
