package io.cloudpulse.pipelines.flags;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The flags of windowed aggregates, as texts. */
public final class WindowFlags {
  /** What a user's newest session is, must be told by the second. */
  static final Duration LEAST_GAP_OF_A_MODEL = Duration.ofSeconds(1);

  @Option(
      names = "--aggregates",
      defaultValue = "on",
      paramLabel = "on|off",
      description =
          "Whether activity.events are also summed up by minute, hour, day, user and session, and"
              + " signals computed of stocks.prices (default: ${DEFAULT-VALUE}).")
  String aggregates;

  @Option(
      names = "--allowedLateness",
      paramLabel = "DURATION",
      description =
          "An event or a price later than this is stored, but no window counts it: it is told of"
              + " as a dead letter (default: PT1H; of prices P371D).")
  String allowedLateness;

  @Option(
      names = "--earlyFirings",
      defaultValue = "PT1S",
      paramLabel = "DURATION",
      description = "How often a stream shows windows still open (default: ${DEFAULT-VALUE}).")
  String earlyFirings;

  @Option(
      names = "--sessionGap",
      defaultValue = "PT30M",
      paramLabel = "DURATION",
      description = "A user silent for so long ends a session (default: ${DEFAULT-VALUE}).")
  String sessionGap;

  @Option(
      names = "--exactUsers",
      defaultValue = "1000000",
      paramLabel = "N",
      description =
          "Active users of a window are counted exactly up to so many, and estimated beyond"
              + " (HyperLogLog++; default: ${DEFAULT-VALUE}).")
  String exactUsers;

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description =
          "A folder of pulse train, also of a bucket (gs://bucket/folder): its model says how"
              + " likely each session of activity.events goes on to a purchase. A stream takes each"
              + " new model up.")
  String model;

  @Option(
      names = "--generation",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "A rebuild of aggregates with a higher number replaces those of a lower one"
              + " (default: ${DEFAULT-VALUE}).")
  String generation;
}
