package io.cloudpulse.transforms.bigquery;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.DatasetReference;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableReference;
import com.google.api.services.bigquery.model.TableSchema;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.BigQueryShape;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.UnfitTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a dataset's table ready, by BigQuery's REST API. */
final class BigQueryPreparation {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Dataset dataset;
  private final BigQueryAddress address;
  private final BigQueryTable name;
  private final SchemaPolicy policy;

  private BigQueryPreparation(Dataset dataset, BigQueryAddress address, SchemaPolicy policy) {
    this.dataset = dataset;
    this.address = address;
    this.name = address.table(dataset);
    this.policy = policy;
  }

  static BigQueryPreparation of(Dataset dataset, BigQueryAddress address, SchemaPolicy policy) {
    return new BigQueryPreparation(dataset, address, policy);
  }

  /** What {@link #prepare} would find; nothing is written. Never throws. */
  TargetState inspect() {
    try {
      Optional<Table> found = TableFinder.find(client(), name);
      return found.isEmpty() ? TargetState.missing() : state(difference(found.get()));
    } catch (IOException | RuntimeException unreachable) {
      // Google's clients say what they asked for, never a token.
      return TargetState.unreachable(TableFinder.told(unreachable));
    }
  }

  /**
   * Creates what is missing, or checks what is there; adds columns if that is the policy.
   *
   * @throws UnfitTarget if it cannot take the dataset's records; then nothing was changed
   * @throws IllegalStateException if BigQuery cannot be asked, or lets us not
   */
  void prepare() {
    try {
      Bigquery client = client();
      if (TableFinder.find(client, name).isEmpty()) {
        create(client);
      }
      Table found = TableFinder.find(client, name).orElseThrow();
      TableDifference difference = difference(found);
      TargetState state = state(difference);
      switch (state.kind()) {
        case UNFIT -> throw new UnfitTarget("table " + name + " in BigQuery", state.details());
        case GROWS -> add(client, found, difference.missing());
        default -> {}
      }
    } catch (IOException failure) {
      throw new IllegalStateException(
          "BigQuery table %s cannot be prepared: %s".formatted(name, TableFinder.told(failure)),
          failure);
    }
  }

  /** The columns that rows are written to: those that the table lacks are left out if told. */
  List<Column> written() throws IOException {
    List<Column> all = Columns.of(dataset);
    if (policy != SchemaPolicy.IGNORE) {
      return all;
    }
    List<String> missing = difference(found()).missingNames();
    return all.stream().filter(column -> !missing.contains(column.name())).toList();
  }

  /** How many characters a column of texts takes at most, of those that do not take any number. */
  Map<String, Long> longest() throws IOException {
    Map<String, Long> longest = new HashMap<>();
    for (TableFieldSchema field : found().getSchema().getFields()) {
      if (field.getMaxLength() != null) {
        longest.put(field.getName(), field.getMaxLength());
      }
    }
    return longest;
  }

  private Table found() throws IOException {
    return TableFinder.find(client(), name)
        .orElseThrow(() -> new IOException("there is no table " + name));
  }

  private Bigquery client() throws IOException {
    return new Clients(address).rest(PATIENCE);
  }

  private TableDifference difference(Table found) {
    return TableDifference.between(Columns.table(dataset), found);
  }

  private TargetState state(TableDifference difference) {
    return difference.under(
        policy,
        BigQueryShape.of(dataset).addStatements(name.datasetId(), difference.missingNames()));
  }

  private void create(Bigquery client) throws IOException {
    if (!isDatasetThere(client)) {
      DatasetReference reference =
          new DatasetReference().setProjectId(name.project()).setDatasetId(name.datasetId());
      com.google.api.services.bigquery.model.Dataset made =
          new com.google.api.services.bigquery.model.Dataset().setDatasetReference(reference);
      unlessThere(() -> client.datasets().insert(name.project(), made).execute());
    }
    Table table =
        Columns.table(dataset)
            .setTableReference(
                new TableReference()
                    .setProjectId(name.project())
                    .setDatasetId(name.datasetId())
                    .setTableId(name.tableId()));
    unlessThere(() -> client.tables().insert(name.project(), name.datasetId(), table).execute());
  }

  private boolean isDatasetThere(Bigquery client) throws IOException {
    try {
      return client.datasets().get(name.project(), name.datasetId()).execute() != null;
    } catch (GoogleJsonResponseException answer) {
      if (TableFinder.isNotFound(answer)) {
        return false;
      }
      throw answer;
    }
  }

  private interface Call {
    Object made() throws IOException;
  }

  /** Another launch may have been quicker; what it made is checked as any other. */
  private static void unlessThere(Call create) throws IOException {
    try {
      Object unused = create.made();
    } catch (GoogleJsonResponseException answer) {
      if (!TableFinder.told(answer).toLowerCase(java.util.Locale.ROOT).contains("already")) {
        throw answer;
      }
    }
  }

  /** Columns that are added may be empty: the rows that are there have no value for them. */
  private void add(Bigquery client, Table found, List<TableFieldSchema> missing)
      throws IOException {
    List<TableFieldSchema> fields = new ArrayList<>(found.getSchema().getFields());
    missing.forEach(field -> fields.add(field.clone().setMode("NULLABLE")));
    Table changed = new Table().setSchema(new TableSchema().setFields(fields));
    Table unused =
        client.tables().patch(name.project(), name.datasetId(), name.tableId(), changed).execute();
  }
}
