package io.cloudpulse.schemas.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.FieldType;
import io.cloudpulse.schemas.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A dataset's table in BigQuery: as the REST API's table resource and as DDL.
 *
 * <p>The primary key is what change data capture upserts by; BigQuery does not enforce it. The
 * version goes with each row as its change sequence number, which no query can read: the column
 * {@code _version} holds it for readers. The table is partitioned by event time: by day for
 * timestamps, which come as streams; by month for dates, whose histories would pass BigQuery's
 * limit of 10,000 partitions by day. It is clustered as the dataset says, else by its key, as
 * upserts want it.
 */
public final class BigQueryShape {
  private static final int MOST_CLUSTERING_FIELDS = 4;

  private final Dataset dataset;
  private final List<BigQueryColumn> columns;

  private BigQueryShape(Dataset dataset, List<BigQueryColumn> columns) {
    this.dataset = dataset;
    this.columns = columns;
  }

  /** Of the dataset that holds the rows, where that is another one. */
  public static BigQueryShape of(Dataset made) {
    Dataset dataset = made.stored();
    Key key = dataset.key();
    List<BigQueryColumn> columns = new ArrayList<>();
    if (key.kind() != Key.Kind.FIELDS) {
      key.columns().forEach(name -> columns.add(BigQueryColumn.of(SystemColumn.named(name))));
    }
    dataset
        .fields()
        .forEach(
            field -> columns.add(BigQueryColumn.of(field, key.fields().contains(field.name()))));
    columns.add(BigQueryColumn.of(SystemColumn.VERSION));
    return new BigQueryShape(dataset, List.copyOf(columns));
  }

  /** BigQuery's dataset, which is our family. */
  public String datasetId() {
    return dataset.family();
  }

  public String tableId() {
    return dataset.kind();
  }

  /** Names of the primary key's columns, in its order. */
  public List<String> keyColumns() {
    return dataset.key().columns();
  }

  /** The {@code schema} of the table resource: its fields. */
  public String schemaJson() {
    return PrettyJson.text(schema());
  }

  /** The table resource, but for its reference, which names a project. */
  public String tableJson() {
    ObjectNode table = PrettyJson.object();
    if (!dataset.description().isEmpty()) {
      table.put("description", dataset.description());
    }
    table.set("schema", schema());
    dataset
        .eventTime()
        .ifPresent(
            field ->
                table.putObject("timePartitioning").put("type", granularity()).put("field", field));
    addAll(table.putObject("clustering").putArray("fields"), clustering());
    addAll(
        table.putObject("tableConstraints").putObject("primaryKey").putArray("columns"),
        keyColumns());
    return PrettyJson.text(table);
  }

  /** What makes the dataset and the table where they do not exist. */
  public List<String> createStatements() {
    return createStatements(datasetId());
  }

  /** The same for a table in another dataset of BigQuery than the family's. */
  public List<String> createStatements(String inDataset) {
    return List.of(
        "create schema if not exists " + BigQueryColumn.quoted(inDataset), createTable(inDataset));
  }

  /** What adds columns to a table that lacks them; they may be empty. */
  public List<String> addStatements(String inDataset, List<String> names) {
    return columns.stream()
        .filter(column -> names.contains(column.name()))
        .map(
            column ->
                "alter table %s add column if not exists %s"
                    .formatted(name(inDataset), column.optional().definition()))
        .toList();
  }

  private String name(String inDataset) {
    return BigQueryColumn.quoted(inDataset) + "." + BigQueryColumn.quoted(tableId());
  }

  private String createTable(String inDataset) {
    List<String> lines = new ArrayList<>();
    columns.forEach(column -> lines.add(column.definition()));
    lines.add("primary key (" + quoted(keyColumns()) + ") not enforced");
    return "create table if not exists %s (\n  %s\n)%s\ncluster by %s%s"
        .formatted(
            name(inDataset),
            String.join(",\n  ", lines),
            partitionBy().map(by -> "\npartition by " + by).orElse(""),
            quoted(clustering()),
            BigQueryColumn.options(dataset.description()).replaceFirst(" ", "\n"));
  }

  private Optional<String> partitionBy() {
    String function = isTimestamp() ? "timestamp_trunc" : "date_trunc";
    return dataset
        .eventTime()
        .map(
            field -> "%s(%s, %s)".formatted(function, BigQueryColumn.quoted(field), granularity()));
  }

  private String granularity() {
    return isTimestamp() ? "DAY" : "MONTH";
  }

  private boolean isTimestamp() {
    return dataset
        .eventTime()
        .map(field -> dataset.field(field).type().kind() == FieldType.Kind.TIMESTAMP)
        .orElse(false);
  }

  private List<String> clustering() {
    List<String> fields = dataset.clusterBy().isEmpty() ? keyColumns() : dataset.clusterBy();
    return fields.subList(0, Math.min(fields.size(), MOST_CLUSTERING_FIELDS));
  }

  private ObjectNode schema() {
    ObjectNode schema = PrettyJson.object();
    ArrayNode fields = schema.putArray("fields");
    columns.forEach(column -> fields.add(column.json()));
    return schema;
  }

  private static void addAll(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static String quoted(List<String> names) {
    return names.stream().map(BigQueryColumn::quoted).collect(Collectors.joining(", "));
  }
}
