package io.cloudpulse.schemas.shape;

import io.cloudpulse.schemas.Key;

/** Columns that no field of a dataset fills: the keys made for a record, and its version. */
enum SystemColumn {
  CONTENT(Key.CONTENT_COLUMN, "Hash of all fields: equal records are one row."),
  SOURCE(Key.SOURCE_COLUMN, "Name of the file the record came from."),
  RECORD(Key.RECORD_COLUMN, "Number of the record in its source, from 1."),
  VERSION("_version", "Orders the versions of this row; the highest one stands here.");

  private final String columnName;
  private final String description;

  SystemColumn(String columnName, String description) {
    this.columnName = columnName;
    this.description = description;
  }

  String columnName() {
    return columnName;
  }

  String description() {
    return description;
  }

  boolean isNumber() {
    return this == RECORD || this == VERSION;
  }

  static SystemColumn named(String columnName) {
    for (SystemColumn column : values()) {
      if (column.columnName.equals(columnName)) {
        return column;
      }
    }
    throw new IllegalArgumentException("no system column is named " + columnName);
  }
}
