package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.ArchiveFlag;
import io.cloudpulse.pipelines.flags.ExitCode;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.StoppedException;
import io.cloudpulse.transforms.JobFiles;
import io.cloudpulse.transforms.archive.Compaction;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pulse archive compact}. */
@Command(
    name = "compact",
    description =
        "Make one file of the many that a stream leaves of a source and hour. A stream may go on"
            + " meanwhile; a run that reads the archive may not.",
    mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--archive",
      paramLabel = "ADDRESS",
      required = true,
      description = "The archive, as run takes it: files:<folder>.")
  private String archive;

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<String> folder = ArchiveFlag.folder(archive, problems);
    problems.stopIfAny();
    JobFiles.setUp(PipelineOptionsFactory.create());
    try {
      Compaction done = Compaction.of(folder.orElseThrow());
      spec.commandLine().getOut().printf("%,d files are %,d now%n", done.before(), done.after());
      spec.commandLine().getOut().flush();
      return ExitCode.DONE;
    } catch (IOException failure) {
      throw StoppedException.because(ExitCode.FAILED, failure.getMessage(), failure);
    }
  }
}
