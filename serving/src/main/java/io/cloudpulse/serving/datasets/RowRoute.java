package io.cloudpulse.serving.datasets;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.serving.http.Answer;
import io.cloudpulse.serving.http.Asked;
import io.cloudpulse.serving.http.Freshness;
import io.cloudpulse.serving.http.Kinds;
import io.cloudpulse.serving.http.Parameter;
import io.cloudpulse.serving.http.Problem;
import io.cloudpulse.serving.http.Route;
import io.cloudpulse.serving.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of one dataset. Its fields are all that a query can name: no other text is SQL. */
public final class RowRoute {
  static final int MOST = 1_000;
  private static final int USUAL = 100;
  private static final Parameter<Integer> LIMIT =
      Parameter.of("limit", "Rows of a page; else " + USUAL + ".", Kinds.number(1, MOST), "10");
  private static final Parameter<String> FORMAT =
      Parameter.of("format", "How rows are written.", Kinds.oneOf(List.of("json", "csv")), "csv");

  private final RowTable table;
  private final List<RowFilters> filters;
  private final Parameter<String> sort;
  private final Parameter<Cursor> cursor;

  private RowRoute(RowTable table) {
    this.table = table;
    List<Field> fields = comparable(table.dataset());
    this.filters = fields.stream().map(RowFilters::of).toList();
    this.sort =
        Parameter.of(
            "sort",
            "A field, with a minus for descending; rows without it come last.",
            Kinds.oneOf(fields.stream().flatMap(f -> Stream.of(f.name(), "-" + f.name())).toList()),
            "-" + fields.get(0).name());
    this.cursor =
        Parameter.of(
            "cursor",
            "The \"next\" of the page before.",
            Cursor.kind(table.key().size()),
            new Cursor("", null, table.keyExample()).text());
  }

  private static List<Field> comparable(Dataset dataset) {
    return dataset.fields().stream().filter(field -> RowTable.isComparable(field.type())).toList();
  }

  /** The route of a dataset. */
  public static Route of(Dataset dataset, Database database) {
    String name = dataset.name();
    String summary = dataset.description().isEmpty() ? "Rows of " + name : dataset.description();
    return at("datasets", "/api/datasets/" + name, summary, dataset, database);
  }

  /** The same at another path. */
  public static Route at(
      String area, String path, String summary, Dataset dataset, Database database) {
    RowRoute rows = new RowRoute(RowTable.of(dataset));
    return Route.get(area, path, summary)
        .with(rows.parameters())
        .answers(RowSchema.of(dataset), asked -> rows.answer(asked, database))
        .alsoAs("text/csv")
        .kept(Freshness.STEADILY);
  }

  private List<Parameter<?>> parameters() {
    List<Parameter<?>> parameters = new ArrayList<>(List.of(LIMIT, sort, cursor, FORMAT));
    filters.forEach(filter -> parameters.addAll(filter.parameters()));
    return parameters;
  }

  private Answer answer(Asked asked, Database database) {
    RowOrder order = new RowOrder(table, asked.value(sort).orElse(""));
    Conditions conditions = new Conditions();
    filters.forEach(filter -> filter.addTo(conditions, table, asked));
    asked.value(cursor).ifPresent(last -> order.after(checked(last, order), conditions));
    int limit = asked.value(LIMIT).orElse(USUAL);
    RowPage page =
        database.ask(handle -> RowPage.read(handle, order, conditions, limit), missing());
    return asked.value(FORMAT).filter("csv"::equals).isPresent()
        ? Answer.csv(page.csv(table.dataset()))
        : Answer.json(page.json(table.dataset()));
  }

  private static Cursor checked(Cursor cursor, RowOrder order) {
    if (!cursor.sort().equals(order.sort())) {
      throw Problem.of(
          400,
          "The cursor is of another order",
          "It is of sort=%s, but the query says sort=%s: leave the cursor out, or keep the order."
              .formatted(cursor.sort(), order.sort()));
    }
    return cursor;
  }

  private Problem missing() {
    String name = table.dataset().name();
    return Problem.of(
        404,
        "There are no rows yet",
        "%s has no table. To load it: ./pulse run --dataset=%s --source=... --sink=postgres"
            .formatted(name, name));
  }
}
