package io.cloudpulse.transforms.bigquery;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.FileContent;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfiguration;
import com.google.api.services.bigquery.model.JobConfigurationLoad;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.TableReference;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Loads files into one table, each by a job of its own that is waited for. A job that meets a bad
 * moment is started again, with growing pauses, for as long as the patience lasts: rows that are
 * there twice then do no harm.
 */
final class LoadJobs {
  private static final Duration FIRST_LOOK = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_JOB = Duration.ofMinutes(30);
  private static final String DONE = "DONE";

  /** See https://cloud.google.com/bigquery/docs/error-messages */
  private static final Set<String> MOMENTS =
      Set.of(
          "backendError",
          "internalError",
          "jobBackendError",
          "jobInternalError",
          "jobRateLimitExceeded",
          "rateLimitExceeded",
          "tableUnavailable");

  /** Not found, too slow, too many requests. */
  private static final Set<Integer> WAIT = Set.of(404, 408, 429);

  private final Bigquery client;
  private final BigQueryTable table;
  private final RetryPolicy<Job> again;

  LoadJobs(Bigquery client, BigQueryTable table, Duration patience) {
    this.client = client;
    this.table = table;
    this.again =
        RetryPolicy.<Job>builder()
            .handleIf(LoadJobs::isOfAMoment)
            .handleResultIf(job -> MOMENTS.contains(reason(job)))
            .withBackoff(FIRST_LOOK, LONGEST_PAUSE)
            .withJitter(0.25)
            .withMaxRetries(-1)
            .withMaxDuration(patience)
            .build();
  }

  /**
   * Loads a file of JSON lines.
   *
   * @throws IOException if BigQuery does not take it: nothing of it is in the table then
   */
  void load(Path file) throws IOException {
    try {
      Job done = Failsafe.with(again).get(() -> await(start(file)));
      if (!reason(done).isEmpty()) {
        throw refused(done.getStatus().getErrorResult().getMessage(), null);
      }
    } catch (FailsafeException failure) {
      throw refused(
          failure.getCause() instanceof Exception cause ? TableFinder.told(cause) : "", failure);
    }
  }

  private IOException refused(String why, Throwable cause) {
    return new IOException(
        "BigQuery did not load a file into %s (%s). Nothing is lost. Run again."
            .formatted(table, why),
        cause);
  }

  private JobReference start(Path file) throws IOException {
    JobConfigurationLoad load =
        new JobConfigurationLoad()
            .setDestinationTable(
                new TableReference()
                    .setProjectId(table.project())
                    .setDatasetId(table.datasetId())
                    .setTableId(table.tableId()))
            .setSourceFormat("NEWLINE_DELIMITED_JSON")
            .setCreateDisposition("CREATE_NEVER")
            .setWriteDisposition("WRITE_APPEND");
    Job job =
        new Job()
            .setJobReference(Queries.newJob(table.project()))
            .setConfiguration(new JobConfiguration().setLoad(load));
    return client
        .jobs()
        .insert(table.project(), job, new FileContent("application/octet-stream", file.toFile()))
        .execute()
        .getJobReference();
  }

  private Job await(JobReference job) {
    RetryPolicy<Job> look =
        RetryPolicy.<Job>builder()
            .handleIf(LoadJobs::isOfAMoment)
            .handleResultIf(found -> !DONE.equals(found.getStatus().getState()))
            .withBackoff(FIRST_LOOK, LONGEST_PAUSE)
            .withMaxRetries(-1)
            .withMaxDuration(LONGEST_JOB)
            .build();
    return Failsafe.with(look)
        .get(
            () ->
                client
                    .jobs()
                    .get(table.project(), job.getJobId())
                    .setLocation(job.getLocation())
                    .execute());
  }

  /** A table that was just made may not be known everywhere yet: not found, too. */
  private static boolean isOfAMoment(Throwable failure) {
    return failure instanceof GoogleJsonResponseException answer
        ? answer.getStatusCode() >= 500 || WAIT.contains(answer.getStatusCode())
        : failure instanceof IOException;
  }

  private static String reason(Job job) {
    ErrorProto error = job.getStatus().getErrorResult();
    return error == null ? "" : error.getReason();
  }
}
