package io.cloudpulse.bench;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.DatasetFile;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.files.BareFile;
import io.cloudpulse.transforms.postgres.BareStoring;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.RichSinkFunction;

/**
 * The reference on Flink: a DataStream job as one writes it by hand, in one chain, on an embedded
 * cluster of two slots. It decodes with our classes and stores by our statement; it has no counts,
 * no dead letters, no retries. {@code FlinkByHand DATASET FILE DATABASE}
 */
final class FlinkByHand {
  private static final int PARALLELISM = 2;

  private FlinkByHand() {}

  public static void main(String[] args) throws Exception {
    Dataset dataset = DatasetFile.read(Path.of(args[0]));
    BareFile file = BareFile.of(dataset, Path.of(args[1]));
    PostgresAddress database = PostgresAddress.parse(args[2]);
    BareStoring.prepare(dataset, database);
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, new Configuration());
    flink.getConfig().enableObjectReuse();
    flink
        .fromSequence(0, file.ranges() - 1L)
        .<VersionedRecord>flatMap((range, out) -> file.read(range).forEachRemaining(out::collect))
        .returns(VersionedRecord.class)
        .addSink(new Upsert(dataset, database));
    flink.execute("by hand");
  }

  /** Stores what comes in batches, and the rest at the end. */
  private static final class Upsert extends RichSinkFunction<VersionedRecord> {
    private static final long serialVersionUID = 1;

    private final Dataset dataset;
    private final PostgresAddress database;
    private transient BareStoring storing;
    private transient List<VersionedRecord> batch;

    Upsert(Dataset dataset, PostgresAddress database) {
      this.dataset = dataset;
      this.database = database;
    }

    @Override
    public void open(Configuration unused) throws SQLException {
      storing = BareStoring.of(dataset, database);
      batch = new ArrayList<>();
    }

    @Override
    public void invoke(VersionedRecord row, Context unused) throws SQLException {
      batch.add(row);
      if (batch.size() == BareStoring.BATCH) {
        finish();
      }
    }

    @Override
    public void finish() throws SQLException {
      if (!batch.isEmpty()) {
        storing.store(batch);
        batch.clear();
      }
    }

    @Override
    public void close() throws SQLException {
      if (storing != null) {
        storing.close();
      }
    }
  }
}
