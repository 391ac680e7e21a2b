package io.cloudpulse.transforms.bigquery;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.GetQueryResultsResponse;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.QueryRequest;
import com.google.api.services.bigquery.model.TableRow;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.BigQueryShape;
import io.cloudpulse.transforms.KeyValues;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a dataset's table by a query, knowing nothing of how rows were written: a query is what
 * sees each change that was appended before it. One caller at a time.
 */
public final class TableReader {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long ROWS_AT_A_TIME = 10_000;

  /** How long the service holds an answer back before it says that the query still runs. */
  private static final long MILLIS_A_LOOK = 10_000;

  private final Dataset dataset;
  private final BigQueryAddress address;
  private final BigQueryTable table;
  private final List<String> key;
  private final RowValues values;
  private final List<Column> columns;

  /** Asks nothing yet. */
  public TableReader(Dataset dataset, BigQueryAddress address) {
    this(dataset, address, List.of());
  }

  /**
   * The same of a table that lacks some fields, which come as null.
   *
   * @param lacks their names
   */
  public TableReader(Dataset dataset, BigQueryAddress address, List<String> lacks) {
    List<Column> all = Columns.of(dataset);
    this.dataset = dataset;
    this.address = address;
    this.table = address.table(dataset);
    this.key = BigQueryShape.of(dataset).keyColumns();
    this.columns = all.stream().filter(column -> !lacks.contains(column.name())).toList();
    this.values = new RowValues(columns, Column.valuesOf(all));
  }

  /** Takes each row that is found. */
  @FunctionalInterface
  public interface Rows {
    /**
     * Takes one row.
     *
     * @param values the dataset's fields in order, then the key's own columns, each as its type's
     *     carrier or null
     */
    void take(Object[] values, long version);
  }

  /**
   * Hands over each row, ordered by key; holds only some of them at a time.
   *
   * @throws IOException if there is no such table, or it cannot be read to its end
   */
  public void read(Rows rows) throws IOException {
    read(new QueryRequest().setQuery(sql("")), rows);
  }

  /**
   * Hands over the row of a key, if there is one.
   *
   * @param texts the values of the key's columns, as {@link KeyValues} reads them
   */
  public void readKey(List<String> texts, Rows rows) throws IOException {
    KeyQuery one = KeyQuery.of(dataset, columns, texts);
    read(
        new QueryRequest()
            .setQuery(sql(one.where()))
            .setParameterMode("NAMED")
            .setQueryParameters(one.parameters()),
        rows);
  }

  private void read(QueryRequest asked, Rows rows) throws IOException {
    Bigquery client = new Clients(address).rest(PATIENCE);
    QueryRequest query =
        asked.setUseLegacySql(false).setMaxResults(ROWS_AT_A_TIME).setTimeoutMs(MILLIS_A_LOOK);
    var first = client.jobs().query(table.project(), query).execute();
    boolean complete = Boolean.TRUE.equals(first.getJobComplete());
    if (complete) {
      hand(first.getRows(), rows);
    }
    String page = first.getPageToken();
    while (!complete || page != null) {
      GetQueryResultsResponse next = next(client, first.getJobReference(), page);
      complete = Boolean.TRUE.equals(next.getJobComplete());
      if (complete) {
        hand(next.getRows(), rows);
        page = next.getPageToken();
      }
    }
  }

  private GetQueryResultsResponse next(Bigquery client, JobReference job, String page)
      throws IOException {
    return client
        .jobs()
        .getQueryResults(job.getProjectId(), job.getJobId())
        .setLocation(job.getLocation())
        .setMaxResults(ROWS_AT_A_TIME)
        .setTimeoutMs(MILLIS_A_LOOK)
        .setPageToken(page)
        .execute();
  }

  private void hand(List<TableRow> found, Rows rows) {
    if (found != null) {
      for (TableRow row : found) {
        rows.take(values.of(row), values.version(row));
      }
    }
  }

  private String sql(String where) {
    return columns.stream()
            .map(RowValues::expression)
            .collect(
                Collectors.joining(", ", "select ", " from " + table.quoted() + " as t" + where))
        + key.stream().map(RowValues::quoted).collect(Collectors.joining(", ", " order by ", ""));
  }
}
