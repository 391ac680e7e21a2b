package io.cloudpulse.pipelines.verify;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.Digest;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.elasticsearch.IndexReader;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.TablePart;
import io.cloudpulse.transforms.postgres.TableReader;
import io.cloudpulse.transforms.postgres.TableSnapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;

/**
 * A set of rows in a few digits: the rows' digests added up, so that no order matters. Equal rows
 * have equal digests in whatever system they are; versions are left out, for a load and a stream
 * may rightly give one row different ones.
 */
public final class Fingerprint {
  private final RowPrint print;
  private final Digest digest = new Digest();
  private long rows;
  private long sum;

  private Fingerprint(Dataset dataset) {
    this.print = new RowPrint(dataset);
  }

  /** Of all rows of a dataset's table, as of one moment. */
  public static Fingerprint of(Dataset dataset, PostgresAddress database) throws SQLException {
    Fingerprint all = new Fingerprint(dataset);
    try (TableSnapshot snapshot = TableSnapshot.in(database);
        TableReader table = new TableReader(dataset, database)) {
      for (TablePart part : snapshot.parts(PostgresShape.of(dataset))) {
        table.read(part, (values, version) -> all.add(values));
      }
    }
    return all;
  }

  /** Of all documents of a dataset's index. */
  public static Fingerprint of(Dataset dataset, ElasticsearchAddress cluster) throws IOException {
    Fingerprint all = new Fingerprint(dataset);
    try (IndexReader index = new IndexReader(dataset, cluster)) {
      index.read((values, version) -> all.add(values));
    }
    return all;
  }

  private void add(Object[] row) {
    print.key(row).forEach(digest::addValue);
    sum += ByteBuffer.wrap(digest.add(print.digest(row)).bytes()).getLong();
    rows++;
  }

  public long rows() {
    return rows;
  }

  /** 16 hexadecimal digits. */
  public String digits() {
    return "%016x".formatted(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint print && print.rows == rows && print.sum == sum;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(sum);
  }

  @Override
  public String toString() {
    return "%,d rows, %s".formatted(rows, digits());
  }
}
