package io.cloudpulse.pipelines.command;

import io.cloudpulse.pipelines.flags.MoveFlags;
import io.cloudpulse.pipelines.flags.Problems;
import io.cloudpulse.pipelines.flags.RunnerProfile;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether the command stays until the job ends, and reports what it came to. */
final class WaitFlag {
  @Option(
      names = "--wait",
      paramLabel = "true|false",
      description =
          "Whether to wait for the job's end and report it. Default: false on Dataflow, where the"
              + " job goes on by itself; true elsewhere, where it is this process that runs it.")
  private String wait;

  /**
   * True if it waits.
   *
   * @param reports whether another flag asks for what is known only to one who waits
   */
  boolean check(MoveFlags flags, boolean reports, Problems problems) {
    boolean elsewhere = RunnerProfile.isElsewhere(flags.runner());
    if (wait != null && !List.of("true", "false").contains(wait)) {
      problems.flag("wait", wait, "true or false", "true");
    }
    if ("false".equals(wait) && !elsewhere) {
      problems.flag("wait", wait, "true where this process runs the job", "true");
    }
    boolean waits = !elsewhere || "true".equals(wait);
    if (reports && !waits) {
      problems.add(
          "--report and --metrics tell of a job that this process waits for."
              + " For example: --wait=true");
    }
    return waits;
  }
}
