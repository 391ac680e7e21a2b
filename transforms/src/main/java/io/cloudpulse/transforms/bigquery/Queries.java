package io.cloudpulse.transforms.bigquery;

import com.google.api.client.util.Data;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.GetQueryResultsResponse;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfiguration;
import com.google.api.services.bigquery.model.JobConfigurationQuery;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.QueryParameter;
import com.google.api.services.bigquery.model.QueryRequest;
import com.google.api.services.bigquery.model.QueryResponse;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Runs queries as jobs of a project, each to its end. */
final class Queries {
  /** How long the service holds an answer back before it says that the query still runs. */
  private static final long MILLIS_A_LOOK = 10_000;

  private final Bigquery client;
  private final String project;

  Queries(Bigquery client, String project) {
    this.client = client;
    this.project = project;
  }

  /**
   * The answer to a query as a table, which BigQuery keeps for a day and nobody changes.
   *
   * @throws IOException if the query fails
   */
  TableReference table(String sql, List<QueryParameter> parameters) throws IOException {
    GetQueryResultsResponse unused = run(sql, parameters, 0);
    return job(unused.getJobReference()).getConfiguration().getQuery().getDestinationTable();
  }

  /** The one number that a query answers with; null if it is null. */
  @Nullable Long number(String sql) throws IOException {
    QueryRequest query =
        new QueryRequest().setQuery(sql).setUseLegacySql(false).setTimeoutMs(MILLIS_A_LOOK);
    QueryResponse first = client.jobs().query(project, query).execute();
    List<TableRow> rows =
        Boolean.TRUE.equals(first.getJobComplete())
            ? first.getRows()
            : await(first.getJobReference(), 1).getRows();
    Object cell = ((List<?>) rows.get(0).get("f")).get(0);
    Object value = ((Map<?, ?>) cell).get("v");
    return Data.isNull(value) ? null : Long.valueOf((String) value);
  }

  /** Runs a statement that changes something. */
  void statement(String sql) throws IOException {
    GetQueryResultsResponse unused = run(sql, List.of(), 0);
  }

  private GetQueryResultsResponse run(String sql, List<QueryParameter> parameters, long rows)
      throws IOException {
    JobConfigurationQuery query =
        new JobConfigurationQuery().setQuery(sql).setUseLegacySql(false).setUseQueryCache(false);
    if (!parameters.isEmpty()) {
      query.setParameterMode("NAMED").setQueryParameters(parameters);
    }
    Job job =
        new Job()
            .setJobReference(newJob(project))
            .setConfiguration(new JobConfiguration().setQuery(query));
    return await(client.jobs().insert(project, job).execute().getJobReference(), rows);
  }

  /** Named by us: a request that is sent twice starts one job. */
  static JobReference newJob(String project) {
    String id = UUID.randomUUID().toString().replace('-', '_'); // A name in Avro, too.
    return new JobReference().setProjectId(project).setJobId("pulse_" + id);
  }

  private GetQueryResultsResponse await(JobReference job, long rows) throws IOException {
    while (true) {
      GetQueryResultsResponse answer =
          client
              .jobs()
              .getQueryResults(project, job.getJobId())
              .setLocation(job.getLocation())
              .setMaxResults(rows)
              .setTimeoutMs(MILLIS_A_LOOK)
              .execute();
      if (Boolean.TRUE.equals(answer.getJobComplete())) {
        check(job(job));
        return answer.setJobReference(job);
      }
    }
  }

  private Job job(JobReference job) throws IOException {
    return client.jobs().get(project, job.getJobId()).setLocation(job.getLocation()).execute();
  }

  private static void check(Job job) throws IOException {
    if (job.getStatus().getErrorResult() != null) {
      throw new IOException(job.getStatus().getErrorResult().getMessage());
    }
  }
}
