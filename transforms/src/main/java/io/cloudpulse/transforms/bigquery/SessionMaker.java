package io.cloudpulse.transforms.bigquery;

import com.google.api.services.bigquery.model.QueryParameter;
import com.google.api.services.bigquery.model.QueryParameterType;
import com.google.api.services.bigquery.model.QueryParameterValue;
import com.google.api.services.bigquery.model.TableReference;
import com.google.cloud.bigquery.storage.v1.BigQueryReadClient;
import com.google.cloud.bigquery.storage.v1.CreateReadSessionRequest;
import com.google.cloud.bigquery.storage.v1.DataFormat;
import com.google.cloud.bigquery.storage.v1.ReadSession;
import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes a {@link TableSession}: asks for the rows, and shares out the answer. */
final class SessionMaker {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Dataset dataset;
  private final BigQueryAddress warehouse;
  private final BigQueryTable name;
  private final VersionMark since;
  private final Queries queries;
  private final List<StreamPart> parts = new ArrayList<>();
  private long newest;

  SessionMaker(Dataset dataset, BigQueryAddress warehouse, VersionMark since) throws IOException {
    this.dataset = dataset;
    this.warehouse = warehouse;
    this.name = warehouse.table(dataset);
    this.since = since;
    this.queries = new Queries(new Clients(warehouse).rest(PATIENCE), name.project());
    this.newest = since.version();
  }

  /**
   * Rows first, then what was deleted: a row that is deleted between the two is at least deleted.
   */
  TableSession make(StoredTable table) throws IOException {
    StoredValues values = StoredValues.of(dataset, table.versioned());
    BigQueryTable rows = answer(name, values);
    if (table.versioned()) {
      see(rows, values);
    }
    share(rows, false);
    if (table.versioned() && table.remembers()) {
      BigQueryTable deleted = answer(name.ofDeleted(), StoredValues.ofDeleted(dataset));
      see(deleted, StoredValues.ofDeleted(dataset));
      share(deleted, true);
    }
    VersionMark mark =
        newest == VersionMark.NONE.version()
            ? VersionMark.NONE
            : new VersionMark(table.made(), newest);
    return new TableSession(parts.isEmpty() ? List.of(StreamPart.NOTHING) : parts, mark);
  }

  private BigQueryTable answer(BigQueryTable table, StoredValues values) throws IOException {
    String sql = "select " + values.select() + " from " + table.quoted() + " as t";
    String newer = " where t.`" + Columns.VERSION + "` > @since";
    TableReference rows =
        since.isNone() ? queries.table(sql, List.of()) : queries.table(sql + newer, mark());
    return new BigQueryTable(rows.getProjectId(), rows.getDatasetId(), rows.getTableId());
  }

  private List<QueryParameter> mark() {
    String version = Long.toString(since.version());
    return List.of(
        new QueryParameter()
            .setName("since")
            .setParameterType(new QueryParameterType().setType("INT64"))
            .setParameterValue(new QueryParameterValue().setValue(version)));
  }

  private void see(BigQueryTable answer, StoredValues values) throws IOException {
    Long greatest =
        queries.number("select max(%s) from %s".formatted(values.versionName(), answer.quoted()));
    newest = greatest == null ? newest : Math.max(newest, greatest);
  }

  /** In how many streams, the service decides: it knows how many rows there are. */
  private void share(BigQueryTable answer, boolean deleted) throws IOException {
    ReadSession wanted =
        ReadSession.newBuilder().setTable(answer.resource()).setDataFormat(DataFormat.AVRO).build();
    try (BigQueryReadClient client = new Clients(warehouse).reader()) {
      ReadSession session =
          client.createReadSession(
              CreateReadSessionRequest.newBuilder()
                  .setParent("projects/" + name.project())
                  .setReadSession(wanted)
                  .build());
      String schema = session.getAvroSchema().getSchema();
      session
          .getStreamsList()
          .forEach(
              stream -> parts.add(new StreamPart(stream.getName(), schema, parts.size(), deleted)));
    } catch (RuntimeException refused) { // Google's client knows no other kind.
      throw new IOException(refused.getMessage(), refused);
    }
  }
}
