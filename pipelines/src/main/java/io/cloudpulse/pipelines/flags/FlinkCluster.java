package io.cloudpulse.pipelines.flags;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Flink cluster that is to run a job, and what its machines cannot do without. */
public final class FlinkCluster {
  private static final String MASTER = "flinkMaster";
  private static final String JAR =
      "runners-config/flink/target/runner-flink-0.1.0-SNAPSHOT-uber.jar";
  private static final String FOLDER = "s3://my-bucket/checkpoints";

  private FlinkCluster() {}

  /** Where its REST API is, of a job's flags; empty if Flink is to run in this process. */
  public static Optional<String> of(List<String> runnerArgs) {
    return ClusterFlag.last(MASTER, runnerArgs).filter(FlinkCluster::isElsewhere);
  }

  static boolean isMeant(MoveFlags flags) {
    return flags.runner.equals("flink")
        && flags.other(MASTER).filter(FlinkCluster::isElsewhere).isPresent();
  }

  /** Names in brackets are Flink's own, of places in this process. */
  private static boolean isElsewhere(String master) {
    return !master.startsWith("[");
  }

  /** Looks at the flags of a job, if it is for a cluster. */
  static void check(MoveFlags flags, boolean streaming, Problems problems) {
    if (isMeant(flags)) {
      checkJar(flags.other("filesToStage"), problems);
      if (streaming) {
        checkFolder(flags.other("stateBackendStoragePath"), problems);
      }
    }
  }

  private static void checkJar(Optional<String> jar, Problems problems) {
    String what =
        "the jar that the cluster runs (mvn -B package -Puber -pl runners-config/flink -am)";
    if (jar.isEmpty()) {
      problems.missing("filesToStage", what, JAR);
    } else if (!Stream.of(jar.get().split(",")).map(Path::of).allMatch(Files::isRegularFile)) {
      problems.flag("filesToStage", jar.get(), what, JAR);
    }
  }

  private static void checkFolder(Optional<String> folder, Problems problems) {
    String what = "a folder that each machine of the cluster reaches, for checkpoints";
    if (folder.isEmpty()) {
      problems.missing("stateBackendStoragePath", what, FOLDER);
    } else if (!folder.get().contains(":/")) {
      problems.flag("stateBackendStoragePath", folder.get(), what + ", as an address", FOLDER);
    }
  }

  /** For what leaves its result on this machine. */
  public static void refuse(MoveFlags flags, Problems problems) {
    if (isMeant(flags)) {
      problems.flag(
          MASTER, flags.other(MASTER).orElseThrow(), "[local], for this runs here", "[local]");
    }
  }
}
