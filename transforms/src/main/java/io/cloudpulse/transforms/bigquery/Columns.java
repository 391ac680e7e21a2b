package io.cloudpulse.transforms.bigquery;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.BigQueryShape;
import io.cloudpulse.transforms.KeyPlaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a dataset's table looks like, from its shape. */
final class Columns {
  static final String VERSION = "_version";

  private Columns() {}

  /** The table resource, without its reference. */
  static Table table(Dataset dataset) {
    try {
      return GsonFactory.getDefaultInstance()
          .fromString(BigQueryShape.of(dataset).tableJson(), Table.class);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** All columns, in the table's order. */
  static List<Column> of(Dataset dataset) {
    return table(dataset).getSchema().getFields().stream()
        .map(field -> Column.of(field, place(dataset, field)))
        .toList();
  }

  private static int place(Dataset dataset, TableFieldSchema field) {
    boolean version = field.getName().equals(VERSION);
    return version ? Column.OF_THE_VERSION : KeyPlaces.of(dataset, field.getName());
  }
}
