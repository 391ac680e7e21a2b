package io.cloudpulse.transforms.bigquery;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.Table;
import java.io.IOException;
import java.util.Optional;

/** Asks the REST API for tables, and words what it answers. */
final class TableFinder {
  private static final int NOT_FOUND = 404;

  private TableFinder() {}

  /** The table's resource; empty if there is none, or no dataset that could hold it. */
  static Optional<Table> find(Bigquery client, BigQueryTable name) throws IOException {
    try {
      return Optional.of(
          client.tables().get(name.project(), name.datasetId(), name.tableId()).execute());
    } catch (GoogleJsonResponseException answer) {
      if (isNotFound(answer)) {
        return Optional.empty();
      }
      throw answer;
    }
  }

  static boolean isNotFound(GoogleJsonResponseException answer) {
    return answer.getStatusCode() == NOT_FOUND;
  }

  /** The service's own words, without the request and the status line around them. */
  static String told(Exception failure) {
    return failure instanceof GoogleJsonResponseException answer && answer.getDetails() != null
        ? answer.getStatusCode() + " " + answer.getDetails().getMessage()
        : String.valueOf(failure.getMessage());
  }
}
