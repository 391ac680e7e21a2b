package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A connection by hand: one upsert and one commit a batch, with our arrays and our statement. */
public final class BareStoring implements AutoCloseable {
  /** How many rows our own sink stores at once. */
  public static final int BATCH = 2_000;

  private final Connection connection;
  private final PreparedStatement upsert;
  private final NewestRows newest;
  private final BatchArrays arrays;

  private BareStoring(Dataset dataset, Connection connection) throws SQLException {
    this.connection = connection;
    this.upsert = connection.prepareStatement(UpsertSql.of(PostgresShape.of(dataset)));
    this.newest = new NewestRows(KeyOrder.of(dataset));
    this.arrays = BatchArrays.of(dataset);
  }

  /** Makes the table that our own sink would make. */
  public static void prepare(Dataset dataset, PostgresAddress database) {
    PostgresSink.of(dataset, database, "bare").prepare();
  }

  public static BareStoring of(Dataset dataset, PostgresAddress database) throws SQLException {
    return new BareStoring(dataset, database.connect());
  }

  public void store(List<VersionedRecord> batch) throws SQLException {
    arrays.bind(upsert, newest.of(batch));
    int unused = upsert.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
