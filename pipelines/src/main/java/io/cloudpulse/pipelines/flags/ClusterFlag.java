package io.cloudpulse.pipelines.flags;

import java.util.List;
import java.util.Optional;

/** The flag by which a job is sent to a cluster, rather than run in this process. */
public final class ClusterFlag {
  private static final String SPARK = "sparkMaster";

  private ClusterFlag() {}

  /** The cluster's address among a job's flags; empty if the job runs in this process. */
  public static Optional<String> cluster(List<String> runnerArgs) {
    return FlinkCluster.of(runnerArgs)
        .or(() -> last(SPARK, runnerArgs).filter(master -> !master.startsWith("local")));
  }

  /** What the last flag of that name says: of two, the later holds. */
  static Optional<String> last(String name, List<String> runnerArgs) {
    String start = "--" + name + "=";
    return runnerArgs.stream()
        .filter(flag -> flag.startsWith(start))
        .map(flag -> flag.substring(start.length()))
        .reduce((first, last) -> last);
  }
}
