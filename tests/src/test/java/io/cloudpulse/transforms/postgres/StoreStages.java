package io.cloudpulse.transforms.postgres;

import io.cloudpulse.bench.Stage;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.files.ReadStages;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PGBinaryObject;

/** The stages of storing, for the stage benchmark. Batches as the sink's, in one thread. */
public final class StoreStages {
  private static final int ROWS = 2_000;

  private final Dataset dataset;
  private final PostgresAddress database;
  private final List<VersionedRecord> batch = new ArrayList<>(ROWS);
  private final NewestRows newest;
  private final BatchArrays arrays;
  private final PreparedStatement nowhere;
  private final PostgresSession session;
  private final String upsert;
  private RowWriter writer;
  private int run;

  private StoreStages(Dataset dataset, PostgresAddress database) {
    this.dataset = dataset;
    this.database = database;
    this.newest = new NewestRows(KeyOrder.of(dataset));
    this.arrays = BatchArrays.of(dataset);
    this.nowhere = bytesToNowhere();
    this.session = new PostgresSession(database, sink().patience());
    this.upsert = UpsertSql.of(PostgresShape.of(dataset));
  }

  public static StoreStages of(Dataset dataset, PostgresAddress database) {
    return new StoreStages(dataset, database);
  }

  private PostgresSink sink() {
    return PostgresSink.of(dataset, database, "bench" + run);
  }

  /** The stage with empty tables and a run of its own each time. */
  public Stage fresh(Stage stage) {
    return () -> {
      run++;
      batch.clear();
      PostgresDeadLetters.into(database).prepare();
      sink().prepare();
      String table = PostgresShape.of(dataset).quotedName();
      session.transaction(
          () -> {
            var unused =
                session
                    .statement("truncate " + table + ", pulse.dead_letters, pulse.sink_ranges")
                    .execute();
          });
      writer = new RowWriter(sink());
      try {
        return stage.run();
      } finally {
        writer.close();
      }
    };
  }

  /** Sorts a batch by key and drops what is superseded within it. */
  public void newest(VersionedRecord record) {
    if (isFull(record)) {
      var unused = newest.of(batch);
      batch.clear();
    }
  }

  /** Makes the bytes of the arrays, too. */
  public void encode(VersionedRecord record) throws SQLException {
    if (isFull(record)) {
      arrays.bind(nowhere, newest.of(batch));
      batch.clear();
    }
  }

  /** Has PostgreSQL store them, too. */
  public void upsert(VersionedRecord record) throws SQLException {
    if (isFull(record)) {
      session.transaction(
          () -> {
            PreparedStatement statement = session.statement(upsert);
            arrays.bind(statement, newest.of(batch));
            int unused = statement.executeUpdate();
          });
      batch.clear();
    }
  }

  /** As the sink does it: counts them in the same transaction, too. */
  public void store(VersionedRecord record) throws SQLException {
    // A batch is of one range, as in the sink.
    boolean ends = !batch.isEmpty() && !batch.get(0).range().equals(record.range());
    if (ends || batch.size() == ROWS) {
      writer.write(batch, refused -> {});
      batch.clear();
    }
    batch.add(record);
  }

  /** Keeps dead letters. */
  public ReadStages.Taker<DeadLetter> keep() {
    KeepDeadLettersFn keeping = new KeepDeadLettersFn(database);
    keeping.setUp();
    return keeping::add;
  }

  private boolean isFull(VersionedRecord record) {
    batch.add(record);
    return batch.size() == ROWS;
  }

  private static PreparedStatement bytesToNowhere() {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            StoreStages.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, args) -> {
              PGBinaryObject array = (PGBinaryObject) args[1];
              array.toBytes(new byte[array.lengthInBytes()], 0);
              return null;
            });
  }
}
