package io.cloudpulse.serving.datasets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Database;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which datasets there are, and which of them hold rows. */
public final class CatalogueRoute {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Counting would read each table; the planner's own estimate tells enough. */
  private static final String TABLES =
      "select n.nspname || '.' || c.relname, greatest(c.reltuples, 0)::bigint from pg_class c"
          + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')";

  private CatalogueRoute() {}

  /** The route of the catalogue. */
  public static Route of(List<Dataset> datasets, Database database) {
    return Route.get(
            "datasets",
            "/api/datasets",
            "The datasets, their fields, and about how many rows of each are here")
        .answers(schema(), asked -> Answer.json(page(datasets, loaded(database)).toString()));
  }

  private static Map<String, Long> loaded(Database database) {
    Problem unexpected = Problem.of(404, "There is no catalogue", "PostgreSQL has none.");
    return database.ask(CatalogueRoute::tables, unexpected);
  }

  private static Map<String, Long> tables(Handle handle) {
    return handle
        .createQuery(TABLES)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ObjectNode page(List<Dataset> datasets, Map<String, Long> loaded) {
    ObjectNode page = JSON.createObjectNode();
    ArrayNode all = page.putArray("datasets");
    datasets.forEach(dataset -> all.add(described(dataset, loaded.get(dataset.stored().name()))));
    return page;
  }

  private static ObjectNode described(Dataset dataset, Long rows) {
    ObjectNode one = JSON.createObjectNode();
    one.put("name", dataset.name()).put("description", dataset.description());
    one.put("rows_about", rows).put("page", "/api/datasets/" + dataset.name());
    dataset.key().columns().forEach(one.putArray("key")::add);
    ArrayNode fields = one.putArray("fields");
    for (Field field : dataset.fields()) {
      fields.addObject().put("name", field.name()).put("type", field.type().toString());
    }
    return one;
  }

  private static ObjectNode schema() {
    ObjectNode one = Kinds.schema("object");
    ObjectNode properties = one.putObject("properties");
    properties.putObject("name").put("type", "string");
    properties.putObject("description").put("type", "string");
    properties
        .putObject("rows_about")
        .put("description", "PostgreSQL's estimate; null where there is no table yet.")
        .putArray("type")
        .add("integer")
        .add("null");
    properties.putObject("page").put("type", "string");
    properties.putObject("key").put("type", "array").putObject("items").put("type", "string");
    properties.putObject("fields").put("type", "array").putObject("items").put("type", "object");
    ObjectNode page = Kinds.schema("object");
    page.putObject("properties").putObject("datasets").put("type", "array").set("items", one);
    return page;
  }
}
