package io.cloudpulse.transforms.bigquery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.cloudpulse.transforms.VersionedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of rows for a {@link Staging} table, on the worker's own disk until it is loaded: JSON, a
 * line each. Whole numbers stand in quotes, or BigQuery would take large ones for doubles.
 */
final class StagedFile implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String LINE = "\n";

  private final List<Column> columns;
  private final Path path;
  private final JsonGenerator out;
  private long rows;

  private StagedFile(List<Column> columns, Path path, JsonGenerator out) {
    this.columns = columns;
    this.path = path;
    this.out = out;
  }

  static StagedFile create(List<Column> columns) throws IOException {
    Path path = Files.createTempFile("pulse-load", ".json");
    JsonGenerator out = JSON.createGenerator(Files.newOutputStream(path));
    out.setPrettyPrinter(new MinimalPrettyPrinter(LINE));
    return new StagedFile(columns, path, out);
  }

  void add(VersionedRecord row) throws IOException {
    out.writeStartObject();
    for (Column column : columns) {
      Object value = StagedValue.of(column, row);
      if (value != null) {
        out.writeFieldName(column.name());
        write(value);
      }
    }
    out.writeBooleanField(Staging.DELETED, row.deleted());
    out.writeEndObject();
    rows++;
  }

  private void write(Object value) throws IOException {
    if (value instanceof Double fraction && Double.isFinite(fraction)) {
      out.writeNumber(fraction);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      out.writeString(value.toString());
    }
  }

  boolean isEmpty() {
    return rows == 0;
  }

  /** The file, with all rows that were added; nothing can be added any more. */
  Path finished() throws IOException {
    out.close();
    return path;
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(path);
  }
}
