package io.cloudpulse.transforms.bigquery;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import java.util.Locale;

/** How rows reach a table of BigQuery. Each way leaves the same rows. */
public enum BigQueryMethod {
  /** Each row is streamed as a change to the row of its key; BigQuery keeps the newest version. */
  UPSERT("rows are streamed as changes by key and version"),
  /** Rows are streamed into a table beside it; one statement adds those that are not there. */
  APPEND(
      "rows are appended to a table beside it; when the job has ended, one statement adds those"
          + " whose key is not there yet, and changes none"),
  /**
   * Rows are loaded from files into a table beside it; one statement brings the newest versions.
   */
  LOAD(
      "rows are loaded from files into a table beside it; when the job has ended, one statement"
          + " brings the newest version of each key");

  private final String words;

  BigQueryMethod(String words) {
    this.words = words;
  }

  /** As a flag has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does, for a plan. */
  String words() {
    return words;
  }

  /** Whether rows wait beside the table for the job's end, which a stream does not have. */
  public boolean isStaged() {
    return this != UPSERT;
  }

  /**
   * Whether it can keep the newest version of each row. What is only appended is never changed:
   * that is right for records that are known by their whole content, the version among it.
   */
  public boolean canKeep(Dataset dataset) {
    return this != APPEND || isImmutable(dataset.stored());
  }

  private static boolean isImmutable(Dataset dataset) {
    return dataset.key().kind() == Key.Kind.CONTENT && dataset.version().isPresent();
  }
}
