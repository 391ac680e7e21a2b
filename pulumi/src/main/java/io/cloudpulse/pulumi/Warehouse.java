package io.cloudpulse.pulumi;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.gcp.bigquery.DatasetArgs;
import com.pulumi.gcp.bigquery.Table;
import com.pulumi.gcp.bigquery.TableArgs;
import com.pulumi.gcp.bigquery.inputs.TableTableConstraintsArgs;
import com.pulumi.gcp.bigquery.inputs.TableTableConstraintsPrimaryKeyArgs;
import com.pulumi.gcp.bigquery.inputs.TableTimePartitioningArgs;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.BigQueryShape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * BigQuery: a dataset for each family, a table for each dataset whose rows are stored, just as
 * {@link BigQueryShape} says.
 *
 * @param families BigQuery's datasets, by their ids
 */
record Warehouse(Map<String, com.pulumi.gcp.bigquery.Dataset> families) {

  static Warehouse in(Site site, Collection<Dataset> datasets) {
    Map<String, com.pulumi.gcp.bigquery.Dataset> families = new LinkedHashMap<>();
    for (BigQueryShape shape : shapes(datasets)) {
      com.pulumi.gcp.bigquery.Dataset family =
          families.computeIfAbsent(shape.datasetId(), id -> family(site, id));
      var unused = table(site, family, shape);
    }
    return new Warehouse(families);
  }

  /** Several datasets may store their rows in one table. */
  private static Collection<BigQueryShape> shapes(Collection<Dataset> datasets) {
    Map<String, BigQueryShape> shapes = new LinkedHashMap<>();
    for (Dataset dataset : datasets) {
      shapes.put(dataset.stored().name(), BigQueryShape.of(dataset));
    }
    return shapes.values();
  }

  private static com.pulumi.gcp.bigquery.Dataset family(Site site, String id) {
    return new com.pulumi.gcp.bigquery.Dataset(
        id,
        DatasetArgs.builder()
            .datasetId(id)
            .location(site.settings().region())
            .deleteContentsOnDestroy(!site.settings().protect())
            .labels(site.names().labels())
            .build(),
        site.options());
  }

  private static Table table(
      Site site, com.pulumi.gcp.bigquery.Dataset family, BigQueryShape shape) {
    JsonNode json = Json.read(shape.tableJson());
    TableArgs.Builder table =
        TableArgs.builder()
            .datasetId(family.datasetId())
            .tableId(shape.tableId())
            .description(json.path("description").asText())
            .schema(json.path("schema").path("fields").toString())
            .clusterings(Json.texts(json.path("clustering").path("fields")))
            .tableConstraints(primaryKey(shape.keyColumns()))
            .deletionProtection(site.settings().protect())
            .labels(site.names().labels());
    JsonNode partitioning = json.path("timePartitioning");
    if (!partitioning.isMissingNode()) {
      table.timePartitioning(
          TableTimePartitioningArgs.builder()
              .type(partitioning.path("type").asText())
              .field(partitioning.path("field").asText())
              .build());
    }
    return new Table(shape.datasetId() + "." + shape.tableId(), table.build(), site.options());
  }

  /** What upserts go by; BigQuery does not enforce it. */
  private static TableTableConstraintsArgs primaryKey(List<String> columns) {
    return TableTableConstraintsArgs.builder()
        .primaryKey(TableTableConstraintsPrimaryKeyArgs.builder().columns(columns).build())
        .build();
  }
}
