package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PostgresServer;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.tests.sinks.SinkRun;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.bigquery.BigQuerySink;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.PostgresSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many versions of each row, in no order: what stays is the newest, as in PostgreSQL. */
@ExtendWith({Warehouse.class, PostgresServer.class})
class BigQueryVersionsIT {
  private static final int KEYS = 1_000;
  private static final int VERSIONS = 10_000;

  private final Dataset dataset = Deliveries.dataset("versions");

  @Test
  void keepsOneRowAKeyAndNoneThatWasDeletedLast(Database database) throws Exception {
    Warehouse.drop(dataset);
    List<VersionedRecord> changes = shuffled(7);
    List<VersionedRecord> again = shuffled(8);

    SinkRun.send(
        PostgresSink.of(dataset, PostgresAddress.parse(database.sink()), "v"), dataset, changes);
    BigQuerySink sink = Warehouse.sink(dataset, "v");
    SinkRun.send(sink, dataset, changes.subList(0, 6_000));
    assertThat(Warehouse.query(dataset, "count(*)")).hasSize(1);
    SinkRun.send(sink, dataset, changes.subList(4_000, VERSIONS));
    SinkRun.send(sink, dataset, again);

    Rows expected = Rows.in(database, dataset);
    assertThat(expected.count()).isEqualTo(KEYS - KEYS / 10);
    assertThat(Rows.inBigQuery(sink.warehouse().toString(), dataset).differences(expected))
        .isEmpty();
  }

  /** The last version of each tenth key deletes its row, as do some before it of others. */
  private static List<VersionedRecord> shuffled(long seed) {
    List<VersionedRecord> changes = new ArrayList<>();
    for (int version = 0; version < VERSIONS; version++) {
      long key = version % KEYS;
      boolean last = version >= VERSIONS - KEYS;
      boolean delete = last ? key % 10 == 0 : (version / KEYS + key) % 7 == 0;
      changes.add(change(key, version, delete));
    }
    Collections.shuffle(changes, new Random(seed));
    return renumbered(changes);
  }

  private static VersionedRecord change(long key, int version, boolean delete) {
    VersionedRecord row = Deliveries.row(1, key, version, "version " + version);
    Object[] values = row.values();
    values[7] = "7"; // PostgreSQL would put blanks into an array
    if (delete) {
      values = new Object[values.length];
      values[0] = key;
    }
    return new VersionedRecord(row.range(), 1, 0, version, values, row.original(), delete);
  }

  private static List<VersionedRecord> renumbered(List<VersionedRecord> changes) {
    List<VersionedRecord> numbered = new ArrayList<>();
    for (VersionedRecord row : changes) {
      numbered.add(
          new VersionedRecord(
              row.range(),
              numbered.size() + 1L,
              numbered.size() + 1L,
              row.version(),
              row.values(),
              row.original(),
              row.deleted()));
    }
    return numbered;
  }
}
