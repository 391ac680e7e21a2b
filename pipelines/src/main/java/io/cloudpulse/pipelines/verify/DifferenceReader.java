package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.source.RecordFinder;
import io.cloudpulse.pipelines.source.SourceWork;
import io.cloudpulse.pipelines.verify.RowDifference.ColumnDifference;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the few rows on which sink and source disagree again, from both, to say how they differ.
 */
final class DifferenceReader implements AutoCloseable {
  private final Dataset dataset;
  private final List<String> leftOut;
  private final RecordFinder source;
  private final boolean versions;
  private final RowsReader sink;
  private final RowPrint print;

  /**
   * Of one source and one sink.
   *
   * @param leftOut fields that the sink does not hold
   */
  DifferenceReader(Dataset dataset, List<String> leftOut, SourceWork work, RowsReader sink) {
    this.leftOut = List.copyOf(leftOut);
    this.dataset = dataset;
    this.source = work.finder();
    this.versions = work.carriesVersions();
    this.sink = sink;
    this.print = new RowPrint(dataset, leftOut);
  }

  List<RowDifference> read(List<Disagreement> disagreements) throws IOException, SQLException {
    List<RowDifference> differences = new ArrayList<>();
    for (Disagreement disagreement : disagreements) {
      differences.add(
          new RowDifference(key(disagreement.key()), place(disagreement), columns(disagreement)));
    }
    return differences;
  }

  private Map<String, String> key(List<String> texts) {
    Map<String, String> key = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      key.put(dataset.key().columns().get(i), texts.get(i));
    }
    return key;
  }

  private String place(Disagreement row) {
    return row.expected() == null ? "" : source.place(record(row));
  }

  private static RecordFinder.Read record(Disagreement row) {
    return new RecordFinder.Read(row.expected().range(), row.expected().offset(), row.key());
  }

  private List<ColumnDifference> columns(Disagreement row) throws IOException, SQLException {
    List<ColumnDifference> columns = new ArrayList<>();
    Object[] expected = row.expected() == null ? null : expected(row);
    if (expected != null) {
      sink.readKey(
          row.key(),
          (found, version) -> {
            columns.addAll(columns(expected, found));
            if (versions && version != row.expected().version()) {
              columns.add(version(row.expected().version(), version));
            }
          });
    }
    return columns;
  }

  private static ColumnDifference version(long expected, long found) {
    return new ColumnDifference(
        PostgresShape.VERSION_COLUMN, Long.toString(expected), Long.toString(found));
  }

  private Object[] expected(Disagreement row) throws IOException, SQLException {
    for (Object[] values : source.values(record(row))) {
      if (Arrays.equals(print.digest(values), row.expected().digest())) {
        return values;
      }
    }
    return null;
  }

  private List<ColumnDifference> columns(Object[] expected, Object[] found) {
    List<ColumnDifference> columns = new ArrayList<>();
    for (int i = 0; i < dataset.fields().size(); i++) {
      Field field = dataset.fields().get(i);
      Object left = NormalValue.of(field.type().kind(), expected[i]);
      Object right = NormalValue.of(field.type().kind(), found[i]);
      if (isCompared(field.name()) && !Objects.equals(left, right)) {
        columns.add(
            new ColumnDifference(field.name(), NormalValue.text(left), NormalValue.text(right)));
      }
    }
    return columns;
  }

  private boolean isCompared(String field) {
    return !dataset.key().fields().contains(field) && !leftOut.contains(field);
  }

  @Override
  public void close() throws SQLException {
    source.close();
    sink.close();
  }
}
