package io.cloudpulse.pipelines.status;

import io.cloudpulse.pipelines.live.LiveLine;
import io.cloudpulse.pipelines.live.LiveStatus;
import io.cloudpulse.pipelines.text.AlignedTable;
import java.time.Instant;
import java.util.List;

/** Jobs for a person, one a line; below them, why those failed that did. */
public final class JobTable {
  private static final List<String> TITLES =
      List.of(
          "job",
          "dataset",
          "runner",
          "mode",
          "read",
          "rows/s",
          "refused",
          "lag",
          "state",
          "watermark");

  private JobTable() {}

  public static String of(List<JobStatus> jobs, Instant now) {
    AlignedTable table = new AlignedTable();
    table.add(TITLES);
    jobs.forEach(job -> table.add(row(job, now)));
    StringBuilder text = new StringBuilder();
    table.lines().forEach(line -> text.append(line).append('\n'));
    for (JobStatus job : jobs) {
      if (job.error() != null) {
        text.append("%s failed: %s%n".formatted(job.job(), job.error().lines().findFirst().get()));
      }
    }
    return text.toString();
  }

  private static List<String> row(JobStatus job, Instant now) {
    LiveStatus live = job.live();
    boolean rated = job.state().isRunning() || job.state().name().equals("done");
    return List.of(
        job.job(),
        live.dataset(),
        job.about().runner(),
        job.about().mode(),
        AlignedTable.number(live.read()),
        rated ? AlignedTable.number(live.rowsPerSecond()) : "",
        AlignedTable.number(live.refused()),
        live.lag().map(AlignedTable::number).orElse(""),
        job.state().words(now),
        live.watermark().map(time -> LiveLine.watermark(time, now)).orElse(""));
  }
}
