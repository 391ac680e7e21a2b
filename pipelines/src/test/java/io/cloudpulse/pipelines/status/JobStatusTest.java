package io.cloudpulse.pipelines.status;

import static io.cloudpulse.pipelines.live.Statuses.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.pipelines.live.LiveJson;
import io.cloudpulse.pipelines.live.Statuses;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobStatusTest {
  private static final String REPORT =
      """
      {"run": "nightly", "dataset": "northwind.orders", "elapsedSeconds": 4.0, "rowsPerSecond": 208,
       "read": 830, "accepted": 829, "refused": 1, "refusedByReason": {"type": 1},
       "delivered": {"postgres": 829}, "superseded": {"postgres": 4}, "refusedBySink": {"postgres": 0}}
      """;

  @Test
  void showsJobsInATable() throws Exception {
    JobStatus failed =
        JobStatus.of(
            row("stopped-short", "failed")
                .put("mode", "batch")
                .put("finished_at", "2024-03-01T11:00:00+00:00")
                .put("error", "PostgreSQL is gone\nand more"));

    String table = JobTable.of(List.of(running(), lost(), done(), failed), NOON);

    assertThat(table)
        .isEqualTo(
            """
            job            dataset           runner  mode        read  rows/s  refused  lag  state                                                       watermark
            shop-events    activity.events   flink   streaming  1,000     250       10   10  running                                                     2024-03-01T11:59:57Z (3 s behind)
            shop-events    activity.events   flink   streaming  1,000               10   10  lost since 2024-03-01T11:59:20Z (no sign of life for 40 s)  2024-03-01T11:59:57Z (3 s behind)
            nightly        northwind.orders  flink   batch        830     208        1       done 2024-03-01T11:00:00Z
            stopped-short  activity.events   flink   batch          0                0       failed 2024-03-01T11:00:00Z
            stopped-short failed: PostgreSQL is gone
            """);
  }

  /** Its launcher has ended, as it should: that no process gives a sign says nothing of the job. */
  @Test
  void aJobThatGoesOnElsewhereIsNotLost() throws Exception {
    JobStatus job =
        JobStatus.of(row("shop", "running").put("runner", "dataflow").put("silent_seconds", 900));

    assertThat(job.state().name()).isEqualTo("submitted");
  }

  @Test
  void showsAllOfOneJobAndItsPartitions() throws Exception {
    assertThat(JobPage.of(running(), NOON))
        .isEqualTo(
            """
            job            shop-events on flink, streaming
            dataset        activity.events from kafka:shop
            into           postgres, elasticsearch
            state          running
            process        4711 on host since 2024-03-01T11:59:18Z, metrics at http://127.0.0.1:9464/metrics
            read           1,000 (250/s)
            accepted       990
            refused        10
                           10  malformed
            delivered      990 to postgres, 5 superseded
            dead letters   10 open
            lag            10
            watermark      2024-03-01T11:59:57Z (3 s behind)

            partition  committed  end  lag  watermark
                    0        490  500   10  2024-03-01T11:59:57Z (3 s behind)
                    1        500  500    0  2024-03-01T11:59:59Z (1 s behind)
            """);
  }

  @Test
  void isFlatForMachines() throws Exception {
    ObjectNode json = running().json(NOON);

    assertThat(json.path("job").asText()).isEqualTo("shop-events");
    assertThat(json.path("state").asText()).isEqualTo("running");
    assertThat(json.path("mode").asText()).isEqualTo("streaming");
    assertThat(json.path("read").asLong()).isEqualTo(1000);
    assertThat(json.path("lag").asLong()).isEqualTo(10);
    assertThat(json.path("watermark").asText()).isEqualTo("2024-03-01T11:59:57Z");
    assertThat(json.path("watermarkDelaySeconds").asLong()).isEqualTo(3);
    assertThat(json.path("partitions").path(1).path("end").asLong()).isEqualTo(500);
  }

  @Test
  void isLostIfAnEarlierReleaseLeftItRunning() throws Exception {
    JobStatus old = JobStatus.of(row("old", "running"));

    assertThat(old.state())
        .isEqualTo(new JobState("lost", java.time.Instant.parse("2024-03-01T10:00:00Z")));
    assertThat(old.live().read()).isZero();
  }

  private static JobStatus running() throws Exception {
    ObjectNode row = row("shop-events", "running").put("silent_seconds", 1.5);
    row.put("heartbeat_at", "2024-03-01T11:59:58.5+00:00");
    return JobStatus.of(row.set("live", LiveJson.MAPPER.valueToTree(Statuses.stream())));
  }

  private static JobStatus lost() throws Exception {
    ObjectNode row = row("shop-events", "running").put("silent_seconds", 40);
    row.put("heartbeat_at", "2024-03-01T11:59:20+00:00");
    return JobStatus.of(row.set("live", LiveJson.MAPPER.valueToTree(Statuses.stream())));
  }

  private static JobStatus done() throws Exception {
    ObjectNode row = row("nightly", "done").put("mode", "batch");
    row.put("finished_at", "2024-03-01T11:00:00+00:00");
    return JobStatus.of(row.set("report", LiveJson.MAPPER.readTree(REPORT)));
  }

  /** As PostgreSQL makes a row of {@code pulse.runs} JSON. */
  private static ObjectNode row(String run, String state) throws Exception {
    return ((ObjectNode)
            LiveJson.MAPPER.readTree(
                """
                {"dataset": "activity.events", "source": "kafka:shop", "runner": "flink",
                 "sinks": "postgres,elasticsearch", "mode": "streaming", "finished_at": null,
                 "started_at": "2024-03-01T10:00:00+00:00", "heartbeat_at": null, "live": null,
                 "report": null, "error": null, "silent_seconds": null}
                """))
        .put("run", run)
        .put("state", state);
  }
}
