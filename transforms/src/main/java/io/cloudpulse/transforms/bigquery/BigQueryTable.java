package io.cloudpulse.transforms.bigquery;

import java.io.Serializable;

/** A table's name, as each of BigQuery's interfaces wants it. */
record BigQueryTable(String project, String datasetId, String tableId) implements Serializable {
  /** As the Storage API names it. */
  String resource() {
    return "projects/%s/datasets/%s/tables/%s".formatted(project, datasetId, tableId);
  }

  /**
   * The stream that every table has: rows can be read as soon as they are answered for. Named as
   * Google's own library names it.
   */
  String defaultStream() {
    return resource() + "/_default";
  }

  /** Another table of the same dataset. */
  BigQueryTable beside(String otherId) {
    return new BigQueryTable(project, datasetId, otherId);
  }

  /** Where it is remembered what was deleted from it, if it is. */
  BigQueryTable ofDeleted() {
    return beside(tableId + "_deleted");
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
