package io.cloudpulse.bench;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.DatasetFile;
import io.cloudpulse.transforms.kafka.BareReading;
import io.cloudpulse.transforms.kafka.KafkaAddress;
import io.cloudpulse.transforms.postgres.BareStoring;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The reference of a stream: consumers that decode as we do and store by the same statement, and
 * nothing else: no runner, no counts, no dead letters, no retries. {@code BareConsumer DATASET
 * ADDRESS DATABASE GROUP THREADS}
 */
final class BareConsumer {
  private BareConsumer() {}

  public static void main(String[] args) throws Exception {
    Dataset dataset = DatasetFile.read(Path.of(args[0]));
    BareReading reading = BareReading.of(dataset, KafkaAddress.parse(args[1]), args[3]);
    PostgresAddress database = PostgresAddress.parse(args[2]);
    BareStoring.prepare(dataset, database);
    int threads = Integer.parseInt(args[4]);
    List<Callable<Long>> work = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int share = i;
      work.add(
          () -> {
            try (BareStoring storing = BareStoring.of(dataset, database)) {
              return reading.read(share, threads, storing::store);
            }
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long rows = 0;
    for (Future<Long> done : pool.invokeAll(work)) {
      rows += done.get();
    }
    pool.shutdown();
    System.out.println(rows);
  }
}
