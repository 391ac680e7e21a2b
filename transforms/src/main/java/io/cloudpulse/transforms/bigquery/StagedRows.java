package io.cloudpulse.transforms.bigquery;

import com.google.api.services.bigquery.Bigquery;
import io.cloudpulse.schemas.shape.BigQueryShape;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** What the launcher does for a run whose rows are staged: before the job, and after it. */
final class StagedRows {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final BigQuerySink sink;
  private final Bigquery client;
  private final StagedStatements statements;

  private StagedRows(BigQuerySink sink, Bigquery client, StagedStatements statements) {
    this.sink = sink;
    this.client = client;
    this.statements = statements;
  }

  static StagedRows of(BigQuerySink sink) throws IOException {
    BigQueryPreparation preparation =
        BigQueryPreparation.of(sink.dataset(), sink.warehouse(), sink.policy());
    return new StagedRows(
        sink,
        new Clients(sink.warehouse()).rest(PATIENCE),
        new StagedStatements(
            Staging.of(sink, preparation.written()),
            sink.warehouse().table(sink.dataset()),
            BigQueryShape.of(sink.dataset()).keyColumns()));
  }

  /** Makes the table that rows wait in. */
  void prepare() throws IOException {
    Staging staging = statements.staging();
    var unused =
        client
            .tables()
            .insert(
                staging.table().project(),
                staging.table().datasetId(),
                staging.resource(Clock.systemUTC().millis()))
            .execute();
  }

  /** Brings what waits into the dataset's table. Where this fails, a new run does it all again. */
  void bring() throws IOException {
    Queries queries = new Queries(client, statements.target().project());
    queries.statement(statements.makeNewest());
    boolean some = queries.number(statements.countDeleted()) > 0;
    boolean remembers = TableFinder.find(client, statements.remembered()).isPresent();
    if (some) {
      queries.statement(remembers ? statements.remember() : statements.makeRemembered());
    }
    if (some || remembers) {
      queries.statement(statements.forgetOlder());
    }
    queries.statement(
        sink.method() == BigQueryMethod.APPEND
            ? statements.addMissing()
            : statements.mergeVersions());
    drop(statements.newest());
    drop(statements.staging().table());
  }

  /** What cannot be dropped now BigQuery drops itself, tomorrow. */
  private void drop(BigQueryTable table) {
    try {
      client.tables().delete(table.project(), table.datasetId(), table.tableId()).execute();
    } catch (IOException kept) {
      // The rows are where they belong.
    }
  }
}
