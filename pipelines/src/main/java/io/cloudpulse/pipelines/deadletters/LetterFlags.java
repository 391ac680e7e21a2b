package io.cloudpulse.pipelines.deadletters;

import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.transforms.JobFiles;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine.Option;

/** Which dead letters a command looks through. */
final class LetterFlags {
  @Option(
      names = {"--from", "--sink"},
      paramLabel = "ADDRESS",
      defaultValue = "postgres",
      description =
          "Where they are: postgres (the default), jdbc:postgresql://host/db, files:<folder>,"
              + " kafka:<topic> or kafka://host:port/topic.")
  private String from;

  /** Reads the address; one that is none becomes a problem. */
  Optional<DeadLetterAddress> read(Problems problems) {
    JobFiles.setUp(PipelineOptionsFactory.create());
    return DeadLetterAddress.read("from", from, problems);
  }

  /**
   * Opens the place.
   *
   * @throws io.cloudpulse.pipelines.flags.StoppedException if the address is none
   */
  LetterBox open() {
    Problems problems = new Problems();
    Optional<DeadLetterAddress> address = read(problems);
    problems.stopIfAny();
    return address.orElseThrow().open();
  }
}
