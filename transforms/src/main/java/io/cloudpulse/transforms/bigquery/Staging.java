package io.cloudpulse.transforms.bigquery;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The table beside a dataset's own in which a run's rows wait for its end: every version of each
 * row, deleted ones too, any number of times and in no order. Its columns have the types that carry
 * values in every format: dates are days, times microseconds since 1970, numbers with a point and
 * JSON are texts. So each row that has passed {@link Storable} can be put there.
 */
record Staging(BigQueryTable table, List<Column> columns) {
  static final String DELETED = "_deleted";

  /** What a run that was killed leaves is gone after that. */
  private static final Duration KEPT = Duration.ofDays(1);

  Staging {
    columns = List.copyOf(columns);
  }

  static Staging of(BigQuerySink sink, List<Column> columns) {
    BigQueryTable target = sink.warehouse().table(sink.dataset());
    String name = target.tableId() + "_staging_" + sink.run().replaceAll("\\W", "_");
    return new Staging(target.beside(name), columns);
  }

  /** The table resource; nothing in it is required, for a deleted row has its key alone. */
  Table resource(long now) {
    List<TableFieldSchema> fields = new ArrayList<>();
    for (Column column : columns) {
      fields.add(
          new TableFieldSchema().setName(column.name()).setType(carrier(column.kind()).name()));
    }
    fields.add(new TableFieldSchema().setName(DELETED).setType(Column.Kind.BOOL.name()));
    return new Table()
        .setTableReference(
            new TableReference()
                .setProjectId(table.project())
                .setDatasetId(table.datasetId())
                .setTableId(table.tableId()))
        .setExpirationTime(now + KEPT.toMillis())
        .setSchema(new TableSchema().setFields(fields));
  }

  static Column.Kind carrier(Column.Kind kind) {
    return switch (kind) {
      case STRING, JSON, NUMERIC, BIGNUMERIC -> Column.Kind.STRING;
      case INT64, DATE, TIMESTAMP -> Column.Kind.INT64;
      case FLOAT64 -> Column.Kind.FLOAT64;
      case BOOL -> Column.Kind.BOOL;
    };
  }
}
