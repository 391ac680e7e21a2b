package io.cloudpulse.pipelines.status;

import io.cloudpulse.pipelines.live.LiveLine;
import io.cloudpulse.pipelines.live.LiveProcess;
import io.cloudpulse.pipelines.live.PartitionStatus;
import io.cloudpulse.pipelines.text.AlignedTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;

/** All that is known of one job, for a person. */
public final class JobPage {
  private JobPage() {}

  public static String of(JobStatus job, Instant now) {
    StopPage page = new StopPage();
    page.line("job", job.job() + " on " + job.about().runner() + ", " + job.about().mode());
    page.line("dataset", job.live().dataset() + " from " + job.about().source());
    page.line("into", job.about().sinks().replaceAll("\\?[^,]*", "").replace(",", ", "));
    page.line("state", job.state().words(now));
    if (job.error() != null) {
      page.line("error", job.error());
    }
    if (job.live().process() != null) {
      page.line("process", process(job.live().process()));
    }
    page.counts(job.live());
    return page.text() + partitions(job.live().partitions(), now);
  }

  private static String process(LiveProcess process) {
    String metrics =
        process.metricsPort() == null
            ? ""
            : ", metrics at http://127.0.0.1:" + process.metricsPort() + "/metrics";
    return "%d on %s since %s%s"
        .formatted(
            process.pid(),
            process.host(),
            process.started().truncatedTo(ChronoUnit.SECONDS),
            metrics);
  }

  private static String partitions(List<PartitionStatus> partitions, Instant now) {
    if (partitions.isEmpty()) {
      return "";
    }
    AlignedTable table = new AlignedTable();
    table.add(List.of("partition", "committed", "end", "lag", "watermark"));
    partitions.forEach(partition -> table.add(row(partition, now)));
    StringBuilder text = new StringBuilder("\n");
    table.lines().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static List<String> row(PartitionStatus partition, Instant now) {
    return List.of(
        Integer.toString(partition.partition()),
        number(partition.committed()),
        number(partition.end()),
        number(partition.lag()),
        partition.watermark() == null ? "" : LiveLine.watermark(partition.watermark(), now));
  }

  private static String number(@Nullable Long number) {
    return number == null ? "" : AlignedTable.number(Objects.requireNonNull(number));
  }
}
