package io.cloudpulse.tests.serving;

import io.cloudpulse.tests.kit.Database;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Filters of orders: as a query says them, and as SQL does. */
record OrderFilters(Database database) {
  /**
   * What a query says, and what SQL says for it.
   *
   * @param said such as {@code freight.min=10}
   */
  record Filter(String said, String sql) {}

  /** The values of a column that rows have, and one that none has. */
  private Arbitrary<String> valuesOf(String column, String other) {
    try {
      List<String> values =
          database.query(
              "select distinct %1$s::text from northwind.orders where %1$s is not null order by 1"
                  .formatted(column));
      values.add(other);
      return Arbitraries.of(values);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  Arbitrary<Filter> of(String column, String type, String other) {
    Arbitrary<String> values = valuesOf(column, other);
    Arbitrary<Filter> any =
        values
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(
                some ->
                    new Filter(
                        some.stream()
                            .map(v -> column + "=" + encoded(v))
                            .collect(Collectors.joining("&")),
                        some.stream()
                            .map(v -> literal(v, type))
                            .collect(Collectors.joining(", ", column + " in (", ")"))));
    Arbitrary<Filter> least =
        values.map(
            v -> new Filter(column + ".min=" + encoded(v), column + " >= " + literal(v, type)));
    Arbitrary<Filter> most =
        values.map(
            v -> new Filter(column + ".max=" + encoded(v), column + " <= " + literal(v, type)));
    Arbitrary<Filter> isNull =
        Arbitraries.of(true, false)
            .map(
                yes ->
                    new Filter(
                        column + ".null=" + yes, column + (yes ? " is null" : " is not null")));
    return Arbitraries.oneOf(any, least, most, isNull);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String literal(String value, String type) {
    return "'" + value.replace("'", "''") + "'::" + type;
  }
}
