package io.cloudpulse.transforms.bigquery;

import java.io.Serializable;

/** A table's name, as each of BigQuery's interfaces wants it. */
record BigQueryTable(String project, String datasetId, String tableId) implements Serializable {
  /**
   * The stream that every table has: rows can be read as soon as they are answered for. Named as
   * Google's own library names it.
   */
  String defaultStream() {
    return "projects/%s/datasets/%s/tables/%s/_default".formatted(project, datasetId, tableId);
  }

  /** As SQL names it. */
  String quoted() {
    return "`%s`.`%s`.`%s`".formatted(project, datasetId, tableId);
  }

  @Override
  public String toString() {
    return project + "." + datasetId + "." + tableId;
  }
}
