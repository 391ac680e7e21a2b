package io.cloudpulse.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.tests.sinks.Deliveries;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.elasticsearch.IndexStages;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * What the Elasticsearch sink costs beside a client that only sends bytes made before. Prints a
 * line of JSON for each. {@code IndexBench ELASTICSEARCH DATABASE ROWS PASSES}.
 */
final class IndexBench {
  private static final int BATCH = 2_000;

  private IndexBench() {}

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[2]);
    int passes = Integer.parseInt(args[3]);
    List<List<VersionedRecord>> batches = new ArrayList<>();
    for (int from = 1; from <= rows; from += BATCH) {
      batches.add(Deliveries.rows(from, Math.min(rows, from + BATCH - 1), 1));
    }
    IndexStages stages =
        new IndexStages(
            Deliveries.dataset("bench"),
            ElasticsearchAddress.parse(args[0]),
            PostgresAddress.parse(args[1]),
            batches);
    StageClock clock = new StageClock(1, passes);
    ObjectMapper json = new ObjectMapper();
    System.out.println(json.writeValueAsString(clock.time("encode", stages::encode)));
    System.out.println(json.writeValueAsString(clock.time("bare", stages.bare())));
    System.out.println(json.writeValueAsString(clock.time("sink", stages.sink())));
  }
}
