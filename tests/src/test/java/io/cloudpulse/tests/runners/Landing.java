package io.cloudpulse.tests.runners;

import io.cloudpulse.pipelines.move.RunReport;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.ElasticsearchShape;
import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.Rows;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a batch left in PostgreSQL and Elasticsearch, and what its report says that must not depend
 * on the runner. How many rows changed nothing does: it goes by which of two came first.
 *
 * @param numbers of the report
 * @param rows of each dataset, in each sink
 */
public record Landing(String numbers, List<Rows> rows, List<String> deadLetters) {
  /** Reads it; the indices, whose names all runs share, are gone then. */
  public static Landing of(
      RunReport report, List<Dataset> datasets, Database database, Indices indices)
      throws SQLException, IOException {
    List<Rows> rows = new ArrayList<>();
    for (Dataset dataset : datasets) {
      rows.add(Rows.in(database, dataset));
      rows.add(Rows.in(indices.address(), dataset));
      drop(dataset, indices);
    }
    return new Landing(numbers(report), rows, deadLetters(database));
  }

  /** Makes room for a dataset's index. */
  public static void drop(Dataset dataset, Indices indices) {
    String index = ElasticsearchShape.of(dataset).index();
    for (String name : List.of(index, index + "-deleted")) {
      var unused = indices.ask("DELETE", "/" + name, "");
    }
  }

  private static String numbers(RunReport report) {
    return "exit %d, read %d, accepted %d, refused %s, delivered %s, by sinks %s, kept %d, %s, %s"
        .formatted(
            report.exitCode(),
            report.read(),
            report.accepted(),
            report.refusedByReason(),
            report.delivered(),
            report.refusedBySink(),
            report.deadLettersKept(),
            report.counters(),
            report.imbalance());
  }

  private static List<String> deadLetters(Database database) throws SQLException {
    return database.query(
        "select id, dataset, step, reason, field, message, byte_offset, line, md5(original)"
            + " from pulse.dead_letters order by id");
  }

  /** What differs from another run's rows, a line each; empty if nothing does. */
  public List<String> differences(Landing expected) {
    return IntStream.range(0, rows.size())
        .boxed()
        .flatMap(i -> rows.get(i).differences(expected.rows.get(i)).stream())
        .toList();
  }

  /** How many rows there are in all, of all datasets and sinks. */
  public int count() {
    return rows.stream().mapToInt(Rows::count).sum();
  }
}
