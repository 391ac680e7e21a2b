package io.cloudpulse.pipelines.verify;

import java.util.List;
import java.util.Map;

/**
 * A row on which sink and source disagree, for a person.
 *
 * @param key column to text
 * @param source where the source has it; empty if it has not
 * @param columns those that differ; none unless both sides have the row
 */
public record RowDifference(
    Map<String, String> key, String source, List<ColumnDifference> columns) {
  /** A column's value on both sides as text; null if it is null. */
  public record ColumnDifference(String column, String expected, String found) {}
}
