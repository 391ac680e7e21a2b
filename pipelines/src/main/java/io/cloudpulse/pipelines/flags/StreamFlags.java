package io.cloudpulse.pipelines.flags;

import picocli.CommandLine.Option;

/** The flags of a stream, as texts. */
public final class StreamFlags {
  @Option(
      names = "--job",
      paramLabel = "NAME",
      description =
          "Name of a streaming job: where it got to is kept under it, and it runs once at a time."
              + " Default: made of dataset, topic and sinks.")
  String job;

  @Option(
      names = "--until",
      paramLabel = "END",
      description = "end: stop a stream at the end of the topic as it is at launch.")
  String until;

  @Option(
      names = "--startAt",
      paramLabel = "PLACE",
      description =
          "Where a job starts that has not run before: earliest (the default), latest or a time.")
  String startAt;

  @Option(
      names = "--backfill",
      paramLabel = "FILES",
      description =
          "files:<glob>: history that is loaded as a batch before the stream goes on live. Once;"
              + " a load that was cut short is begun again.")
  String backfill;

  @Option(
      names = "--rounds",
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "true|false",
      description =
          "Run a stream as a sequence of bounded rounds over recorded positions, on any runner."
              + " Default: true on Spark, which has no other way, else false.")
  String rounds;

  @Option(
      names = "--roundSize",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "Most offsets of a partition that one round reads (default: ${DEFAULT-VALUE}).")
  String roundSize;

  @Option(
      names = "--roundPause",
      defaultValue = "PT5S",
      paramLabel = "DURATION",
      description =
          "Longest wait between two looks at a topic that has nothing new for a round"
              + " (default: ${DEFAULT-VALUE}).")
  String roundPause;

  @Option(
      names = "--outOfOrder",
      defaultValue = "PT5S",
      paramLabel = "DURATION",
      description =
          "How far the watermark stays behind the newest event (default: ${DEFAULT-VALUE}).")
  String outOfOrder;

  @Option(
      names = "--idleAfter",
      defaultValue = "PT10S",
      paramLabel = "DURATION",
      description =
          "A partition without records for so long does not hold the watermark back"
              + " (default: ${DEFAULT-VALUE}).")
  String idleAfter;
}
