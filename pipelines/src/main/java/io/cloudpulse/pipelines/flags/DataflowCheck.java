package io.cloudpulse.pipelines.flags;

import java.util.Optional;

/**
 * What would keep a job from running on Dataflow, told before anything is sent: flags that Google
 * needs, and addresses that its workers cannot reach.
 */
public final class DataflowCheck {
  private static final String FOLDER = "gs://my-bucket/temp";

  private final MoveFlags flags;
  private final Problems problems;

  private DataflowCheck(MoveFlags flags, Problems problems) {
    this.flags = flags;
    this.problems = problems;
  }

  /**
   * Looks at a job's flags, if it is to run on Dataflow.
   *
   * @param waits whether the launcher stays until the job ends
   */
  public static void check(MoveFlags flags, boolean waits, Problems problems) {
    if (RunnerProfile.isElsewhere(flags.runner)) {
      DataflowCheck check = new DataflowCheck(flags, problems);
      check.place();
      new WorkerAddresses(flags, flags.other("sdkContainerImage").isPresent(), problems).check();
      check.ways(waits);
    }
  }

  /** For what waits for the job's end, and needs this machine for it. */
  public static void refuse(String runner, Problems problems) {
    if (RunnerProfile.isElsewhere(runner)) {
      problems.flag("runner", runner, "one that runs here, for this waits for the end", "flink");
    }
  }

  private void place() {
    needed("project", "the Google Cloud project that the job belongs to", "my-project");
    needed("region", "where its workers run", "europe-west1");
    Optional<String> folder = flags.other("tempLocation").or(() -> flags.other("gcpTempLocation"));
    if (folder.isEmpty()) {
      problems.missing("tempLocation", "a folder of a bucket, for what the job needs", FOLDER);
    } else if (!folder.get().startsWith("gs://")) {
      problems.flag("tempLocation", folder.get(), "a folder of a bucket: gs://...", FOLDER);
    }
  }

  private void needed(String flag, String what, String example) {
    if (flags.other(flag).isEmpty()) {
      problems.missing(flag, what, example);
    }
  }

  private void ways(boolean waits) {
    if (!waits) {
      needsTheLauncher();
    }
    boolean isTemplate = flags.other("templateLocation").isPresent();
    if (isTemplate && waits) {
      problems.flag("wait", "true", "false where --templateLocation writes a job down", "false");
    }
    if (flags.other("update").filter("true"::equals).isPresent() && !isStream()) {
      problems.flag("update", "true", "left out for a batch: only a stream is updated", "false");
    }
  }

  /** What a launcher that does not stay cannot do. */
  private void needsTheLauncher() {
    boolean hasSource = flags.source != null;
    if (flags.stream.backfill != null) {
      mustWait("--backfill loads history before the stream begins: the launcher must wait for it.");
    }
    if (hasSource && DatabaseAddresses.isOne(flags.source)) {
      mustWait(
          "--source is a table, of which the launcher holds a snapshot until the job ends: it must"
              + " wait.");
    }
    boolean warehouse = hasSource && flags.source.startsWith(WarehouseAddress.SCHEME);
    if (warehouse && "true".equals(flags.migration.incremental)) {
      mustWait(
          "--incremental writes down how far it came when the job has ended: the launcher must"
              + " wait.");
    }
    if (flags.warehouse.isStaged()) {
      mustWait(
          "--bigqueryMethod=%s ends with one statement, which the launcher runs when the job has"
                  .formatted(flags.warehouse.method)
              + " ended: it must wait.");
    }
  }

  private void mustWait(String why) {
    problems.add(why + " For example: --wait=true");
  }

  private boolean isStream() {
    boolean endless = flags.source != null && flags.source.startsWith("kafka:");
    return flags.mode == null ? endless : flags.mode.equals("streaming");
  }
}
