package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.cluster.FlinkCluster;
import io.cloudpulse.tests.cluster.FlinkDriver;
import io.cloudpulse.tests.cluster.SparkCluster;
import io.cloudpulse.tests.cluster.SparkDriver;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.PulseProcess;
import java.io.IOException;
import java.util.List;

/** The clusters, and how a run is started on them or in a process of this machine. */
record Machines(FlinkCluster flink, SparkCluster spark) {
  /** What a command needs beside its own flags. */
  List<String> flags(Place place) throws IOException {
    return switch (place) {
      case FLINK_CLUSTER -> FlinkDriver.flags(flink);
      case SPARK_CLUSTER -> SparkDriver.flags(spark);
      default -> List.of("--runner=" + place.runner());
    };
  }

  /** What a stream needs, too. */
  List<String> streamFlags(Place place, Source source) {
    return switch (place) {
      case FLINK_CLUSTER ->
          List.of(
              "--checkpointingInterval=1000",
              "--stateBackendStoragePath=" + flink.sharedFolder("checkpoints"));
      // Two rounds: a topic has two partitions.
      case SPARK, SPARK_CLUSTER -> List.of("--roundSize=" + (source == Source.PUBSUB ? 500 : 250));
      default -> List.of();
    };
  }

  /** Runs it to its end. */
  Ended run(Place place, List<String> args) throws IOException {
    switch (place) {
      case FLINK_CLUSTER -> {
        try (FlinkDriver driver = FlinkDriver.launch(flink, args)) {
          return new Ended(driver.exitCode(), driver.said());
        }
      }
      case SPARK_CLUSTER -> {
        try (SparkDriver driver = SparkDriver.launch(spark, args)) {
          return new Ended(driver.exitCode(), driver.said());
        }
      }
      default -> {
        PulseCommand ended = here(args, place);
        return new Ended(ended.exitCode(), ended.out() + ended.err());
      }
    }
  }

  private static PulseCommand here(List<String> args, Place place) {
    List<String> all = new java.util.ArrayList<>(args);
    all.add("--runner=" + place.runner());
    return PulseCommand.run(all.toArray(String[]::new));
  }

  /** Starts what has no end of its own, in a process that can be told to end. */
  Started start(Place place, List<String> args) throws IOException {
    if (place == Place.FLINK_CLUSTER) {
      FlinkDriver driver = FlinkDriver.launch(flink, args);
      return new Started(driver::isAlive, driver::terminate, driver::close);
    }
    List<String> all = new java.util.ArrayList<>(args);
    all.add("--runner=" + place.runner());
    PulseProcess process = PulseProcess.start(all.toArray(String[]::new));
    return new Started(process::isAlive, process::terminate, process::close);
  }
}
