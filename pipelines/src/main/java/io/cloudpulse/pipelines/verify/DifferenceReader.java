package io.cloudpulse.pipelines.verify;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.source.ListedFiles;
import io.cloudpulse.pipelines.verify.RowDifference.ColumnDifference;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.files.FileRange;
import io.cloudpulse.transforms.files.RecordAt;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.TableReader;
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
  private final List<FileRange> ranges;
  private final RecordAt source;
  private final TableReader table;
  private final RowPrint print;

  DifferenceReader(MoveSettings settings, ListedFiles files, PostgresAddress database) {
    this.dataset = settings.dataset();
    this.ranges = files.listing().ranges();
    this.source = new RecordAt(dataset, settings.refuseUnknownColumns(), settings.lookup());
    this.table = new TableReader(dataset, database);
    this.print = new RowPrint(dataset);
  }

  List<RowDifference> read(List<Disagreement> disagreements) throws IOException, SQLException {
    List<RowDifference> differences = new ArrayList<>();
    for (Disagreement disagreement : disagreements) {
      differences.add(
          new RowDifference(
              key(disagreement.key()), place(disagreement.expected()), columns(disagreement)));
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

  private String place(ExpectedRow expected) {
    return expected == null
        ? ""
        : ranges.get(expected.range()).file() + ", byte " + expected.offset();
  }

  private List<ColumnDifference> columns(Disagreement disagreement)
      throws IOException, SQLException {
    if (disagreement.expected() == null) {
      return List.of();
    }
    List<Object[]> found = table.rowsWithKey(disagreement.key());
    Object[] expected = expected(disagreement.expected());
    return found.isEmpty() || expected == null ? List.of() : columns(expected, found.get(0));
  }

  private Object[] expected(ExpectedRow row) throws IOException {
    for (VersionedRecord record : source.read(ranges.get(row.range()), row.offset())) {
      if (Arrays.equals(print.digest(record.values()), row.digest())) {
        return record.values();
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
      if (!dataset.key().fields().contains(field.name()) && !Objects.equals(left, right)) {
        columns.add(
            new ColumnDifference(field.name(), NormalValue.text(left), NormalValue.text(right)));
      }
    }
    return columns;
  }

  @Override
  public void close() throws SQLException {
    table.close();
  }
}
