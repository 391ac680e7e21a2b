package io.cloudpulse.serving.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Rows that were found.
 *
 * @param rows each a JSON object that PostgreSQL wrote, so that no digit is lost on the way
 * @param next where the page after begins; null if this is the last
 */
record RowPage(List<String> rows, String next) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(new JsonNodeFactory(true));

  private record Found(String json, Cursor cursor) {}

  /** Reads one row more than is wanted: whether there is a page after. */
  static RowPage read(Handle handle, RowOrder order, Conditions conditions, int limit) {
    List<Found> found =
        handle
            .createQuery(statement(order, conditions))
            .bindMap(conditions.bindings())
            .bind("limit", limit + 1)
            .map((row, context) -> found(row, order))
            .list();
    boolean isLast = found.size() <= limit;
    List<Found> page = isLast ? found : found.subList(0, limit);
    String next = isLast ? null : page.get(limit - 1).cursor().text();
    return new RowPage(page.stream().map(Found::json).toList(), next);
  }

  /** The page is cut first: as JSON, a row costs more than to read it. */
  private static String statement(RowOrder order, Conditions conditions) {
    RowTable table = order.table();
    String key =
        table.key().stream()
            .map(column -> ", " + RowTable.column(column) + "::text")
            .collect(Collectors.joining());
    String value = order.isByKey() ? "null" : RowTable.column(order.field()) + "::text";
    String page = table.name() + conditions.clause() + order.clause() + " limit :limit";
    return "select row_to_json((select r from (select %s) r))::text, %s%s from (select * from %s) t%s"
        .formatted(table.columns(), value, key, page, order.clause());
  }

  private static Found found(java.sql.ResultSet row, RowOrder order) throws java.sql.SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < order.table().key().size(); i++) {
      key.add(row.getString(i + 3));
    }
    return new Found(row.getString(1), new Cursor(order.sort(), row.getString(2), key));
  }

  String json(Dataset dataset) {
    return "{\"dataset\":%s,\"rows\":%s,\"next\":%s}"
        .formatted(quoted(dataset.name()), rows, next == null ? "null" : quoted(next));
  }

  private static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }

  /** A header and the rows; RFC 4180. What is null is empty. */
  String csv(Dataset dataset) {
    StringWriter text = new StringWriter();
    List<String> names = dataset.fields().stream().map(Field::name).toList();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(names);
      for (String row : rows) {
        JsonNode object = JSON.readTree(row);
        csv.writeRecord(names.stream().map(name -> cell(object.get(name))).toList());
      }
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("PostgreSQL writes JSON", impossible);
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String cell(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isBigDecimal()) {
      return value.decimalValue().toPlainString();
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
