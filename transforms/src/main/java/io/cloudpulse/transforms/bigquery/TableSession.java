package io.cloudpulse.transforms.bigquery;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.util.List;

/**
 * A table as of one moment, shared out in streams that many workers can read. A query fixes the
 * moment: it sees each change that was streamed before it, and its answer is a table of its own
 * that nobody changes. Its streams can be read for six hours, whether or not who asked is still
 * there.
 *
 * @param parts at least one
 * @param mark how far the table is read when all of them are
 */
public record TableSession(List<StreamPart> parts, VersionMark mark) {
  public TableSession {
    parts = List.copyOf(parts);
  }

  /**
   * Takes the rows as of now, and what is remembered of those that were deleted.
   *
   * @param since only those that are newer, of a table that holds versions
   * @throws IOException if the table cannot be read
   */
  public static TableSession open(
      Dataset dataset, BigQueryAddress warehouse, StoredTable table, VersionMark since)
      throws IOException {
    try {
      return new SessionMaker(dataset, warehouse, since).make(table);
    } catch (GoogleJsonResponseException refused) {
      throw new IOException(TableFinder.told(refused), refused);
    }
  }
}
