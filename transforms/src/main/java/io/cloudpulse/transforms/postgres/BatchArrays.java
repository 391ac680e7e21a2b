package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Turns rows into the parameters of a statement: an array for each column. */
final class BatchArrays {
  private final BinaryArray[] arrays;
  private final int[] places;

  private BatchArrays(BinaryArray[] arrays, int[] places) {
    this.arrays = arrays;
    this.places = places;
  }

  /** Every column, in the shape's order. */
  static BatchArrays of(Dataset dataset) {
    return of(dataset, PostgresShape.of(dataset).columns());
  }

  static BatchArrays of(Dataset dataset, List<PostgresShape.Column> columns) {
    return new BatchArrays(
        columns.stream()
            .map(column -> BinaryArrays.forType(column.sqlType()))
            .toArray(BinaryArray[]::new),
        RowPlaces.of(dataset, columns.stream().map(PostgresShape.Column::name).toList()));
  }

  /** How many parameters they are. */
  int size() {
    return arrays.length;
  }

  void bind(PreparedStatement statement, VersionedRecord[] rows) throws SQLException {
    for (int column = 0; column < arrays.length; column++) {
      BinaryArray array = arrays[column];
      array.clear();
      fill(array, places[column], rows);
      statement.setObject(column + 1, array);
    }
  }

  private static void fill(BinaryArray array, int place, VersionedRecord[] rows) {
    if (place == RowPlaces.VERSION) {
      for (VersionedRecord row : rows) {
        array.add(row.version());
      }
    } else {
      for (VersionedRecord row : rows) {
        array.add(row.values()[place]);
      }
    }
  }
}
