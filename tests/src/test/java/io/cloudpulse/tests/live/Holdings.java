package io.cloudpulse.tests.live;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.Datasets;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Rows;
import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.activity.ActivityAggregates;
import io.cloudpulse.transforms.activity.ActivityWindows;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All rows of the events and of what is computed of them, in both sinks.
 *
 * @param postgres one for each of {@link #DATASETS}, in their order
 * @param elasticsearch the same
 */
record Holdings(List<Rows> postgres, List<Rows> elasticsearch) {
  static final List<Dataset> DATASETS =
      Stream.concat(
              Stream.of(Datasets.named("activity.events")),
              ActivityAggregates.in(ActivityWindows.ofGeneration(0)).stream()
                  .map(Aggregate::dataset))
          .toList();

  static Holdings in(Database database, String cluster) throws SQLException, IOException {
    List<Rows> postgres = new ArrayList<>();
    List<Rows> elasticsearch = new ArrayList<>();
    for (Dataset dataset : DATASETS) {
      postgres.add(Rows.in(database, dataset));
      elasticsearch.add(Rows.in(cluster, dataset));
    }
    return new Holdings(postgres, elasticsearch);
  }

  /** What differs from another run's rows, and between the sinks; empty if nothing does. */
  List<String> differences(Holdings expected) {
    return IntStream.range(0, postgres.size())
        .boxed()
        .flatMap(
            i ->
                Stream.of(
                        postgres.get(i).differences(expected.postgres.get(i)),
                        elasticsearch.get(i).differences(expected.elasticsearch.get(i)),
                        elasticsearch.get(i).differences(postgres.get(i)))
                    .flatMap(List::stream))
        .toList();
  }

  /** Number of rows of each dataset: {@code events 5016, action_minutes 432}. */
  String counts() {
    return IntStream.range(0, postgres.size())
        .mapToObj(i -> DATASETS.get(i).kind() + " " + count(i))
        .collect(Collectors.joining(", "));
  }

  private String count(int dataset) {
    int rows = postgres.get(dataset).count();
    int documents = elasticsearch.get(dataset).count();
    return rows == documents ? String.valueOf(rows) : rows + "/" + documents;
  }

  /** One hash over all rows of a sink. */
  static String checksum(List<Rows> sink) {
    return sink.stream()
        .map(Rows::checksum)
        .map(text -> text.substring(text.indexOf('|') + 1, text.indexOf('|') + 9))
        .collect(Collectors.joining(" "));
  }
}
