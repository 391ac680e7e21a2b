package io.cloudpulse.transforms.bigquery;

import java.io.Serializable;

/**
 * Some rows of a {@link TableSession}.
 *
 * @param stream what BigQuery calls it; empty for none of its rows
 * @param schema of its rows, in Avro's JSON
 * @param number its place among the parts
 * @param deleted whether these are rows that were deleted
 */
public record StreamPart(String stream, String schema, int number, boolean deleted)
    implements Serializable {
  static final StreamPart NOTHING = new StreamPart("", "", 0, false);

  boolean isEmpty() {
    return stream.isEmpty();
  }
}
