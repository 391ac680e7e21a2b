package io.cloudpulse.tests.kit;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Field;
import io.cloudpulse.schemas.file.Datasets;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** What a dataset's table holds, in one line; versions, which say when it was loaded, left out. */
public final class Checksum {
  private Checksum() {}

  /** Number of rows, and a hash over all values in an order of their own. */
  public static String of(String dataset, Database database) throws SQLException {
    Dataset found = Datasets.resolve(dataset);
    String row =
        found.fields().stream()
            .map(Field::name)
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", ", "row(", ")::text"));
    return database.one(
        "select count(*), md5(string_agg(line, chr(10) order by line collate \"C\")) from (select "
            + row
            + " as line from "
            + found.name()
            + ") lines");
  }
}
