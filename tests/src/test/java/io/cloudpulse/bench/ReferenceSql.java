package io.cloudpulse.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.schemas.file.DatasetFile;
import io.cloudpulse.schemas.shape.PostgresShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints, as JSON, the statements by which PostgreSQL alone moves a CSV file into a dataset's
 * table: {@code ReferenceSql DATASET_FILE COLUMN,COLUMN...}. The table, its types, its key, and
 * that the later line and the newer load win are the same as ours.
 */
final class ReferenceSql {
  private final PostgresShape shape;
  private final String header;

  private ReferenceSql(PostgresShape shape, String header) {
    this.shape = shape;
    this.header = header;
  }

  public static void main(String[] args) throws JsonProcessingException {
    PostgresShape shape = PostgresShape.of(DatasetFile.read(Path.of(args[0])));
    String header = quoted(List.of(args[1].split(",")));
    System.out.println(
        new ObjectMapper().writeValueAsString(new ReferenceSql(shape, header).statements()));
  }

  private Map<String, Object> statements() {
    String table = shape.quotedName();
    String key = quoted(shape.keyColumns());
    Map<String, Object> statements = new LinkedHashMap<>();
    statements.put("create", shape.createStatements());
    statements.put(
        "stage",
        "create temporary table staged on commit drop as select " + header + " from " + table);
    statements.put("copy", "copy staged (" + header + ") from stdin (format csv, header true)");
    // The place in the staged table is the place in the file, at no cost.
    statements.put(
        "merge",
        "insert into %s as stored (%s, %s) select distinct on (%s) %s, %s from staged order by %s, ctid desc"
                .formatted(table, header, version(), key, header, loadVersion(), key)
            + " on conflict (%s) do update set %s where stored.%s < excluded.%s"
                .formatted(key, assignments(), version(), version()));
    statements.put(
        "fingerprint",
        "select count(*), sum(hashtextextended(row(%s)::text, 0)) from %s"
            .formatted(header, table));
    return statements;
  }

  private static String loadVersion() {
    return "(extract(epoch from now()) * 1000)::bigint << 21";
  }

  private String assignments() {
    List<String> names = new ArrayList<>();
    shape.columns().forEach(column -> names.add(column.name()));
    names.removeAll(shape.keyColumns());
    return names.stream()
        .map(PostgresShape::quoted)
        .map(name -> name + " = excluded." + name)
        .collect(Collectors.joining(", "));
  }

  private static String version() {
    return PostgresShape.quoted(PostgresShape.VERSION_COLUMN);
  }

  private static String quoted(List<String> names) {
    return names.stream().map(PostgresShape::quoted).collect(Collectors.joining(", "));
  }
}
