package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.BigQueryShape;
import java.io.Serializable;

/**
 * Where a BigQuery dataset is. Who enters it stands nowhere: Google's own libraries find the
 * machine's application default credentials.
 *
 * @param project that holds the dataset and pays for it
 * @param datasetId BigQuery's dataset; empty for one that is named after the family
 * @param rest another endpoint of the REST API, such as an emulator's; empty for Google's
 * @param grpc another endpoint of the Storage API; empty for Google's
 */
public record BigQueryAddress(String project, String datasetId, String rest, String grpc)
    implements Serializable {
  static final String SCHEME = "bigquery://";
  static final String PLAIN = "http://";

  /**
   * Reads {@code bigquery://project[/dataset]}, with {@code ?rest=URL&grpc=URL} for another server
   * than Google's: one of {@code http://} is spoken to in plain text, and shown no credentials.
   *
   * @throws IllegalArgumentException with all that is wrong with it
   */
  public static BigQueryAddress parse(String text) {
    return new AddressText(text).address();
  }

  /** The table of a dataset there. */
  BigQueryTable table(Dataset dataset) {
    BigQueryShape shape = BigQueryShape.of(dataset);
    return new BigQueryTable(
        project, datasetId.isEmpty() ? shape.datasetId() : datasetId, shape.tableId());
  }

  /** Project and dataset, for messages. */
  public String place() {
    return project + (datasetId.isEmpty() ? "" : "/" + datasetId);
  }

  /** Whether it is Google's service itself, which is the same from everywhere. */
  public boolean isGoogle() {
    return rest.isEmpty();
  }

  /** The address again. */
  @Override
  public String toString() {
    return SCHEME + place() + (isGoogle() ? "" : "?rest=" + rest + "&grpc=" + grpc);
  }
}
