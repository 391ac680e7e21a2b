package io.cloudpulse.bench.spark;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.DatasetFile;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.files.BareFile;
import io.cloudpulse.transforms.postgres.BareStoring;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The reference on Spark: a job as one writes it by hand, on two local cores, a task for each range
 * of the file. It decodes with our classes and stores by our statement; it has no counts, no dead
 * letters, no retries. {@code SparkByHand DATASET FILE DATABASE}
 */
final class SparkByHand {
  private SparkByHand() {}

  public static void main(String[] args) throws Exception {
    Dataset dataset = DatasetFile.read(Path.of(args[0]));
    BareFile file = BareFile.of(dataset, Path.of(args[1]));
    PostgresAddress database = PostgresAddress.parse(args[2]);
    BareStoring.prepare(dataset, database);
    List<Long> ranges = LongStream.range(0, file.ranges()).boxed().toList();
    SparkConf conf = new SparkConf().setMaster("local[2]").setAppName("by hand");
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      spark
          .parallelize(ranges, ranges.size())
          .flatMap(file::read)
          .foreachPartition(rows -> upsert(rows, dataset, database));
    }
  }

  private static void upsert(
      Iterator<VersionedRecord> rows, Dataset dataset, PostgresAddress database)
      throws SQLException {
    List<VersionedRecord> batch = new ArrayList<>();
    try (BareStoring storing = BareStoring.of(dataset, database)) {
      while (rows.hasNext()) {
        batch.add(rows.next());
        if (batch.size() == BareStoring.BATCH || !rows.hasNext()) {
          storing.store(batch);
          batch.clear();
        }
      }
    }
  }
}
