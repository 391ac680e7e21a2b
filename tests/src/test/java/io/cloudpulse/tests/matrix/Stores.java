package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import io.cloudpulse.tests.runners.Landing;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a run writes to: a database of its own, indices and a dataset of BigQuery whose names all
 * runs share.
 */
record Stores(Database database, Servers servers) implements AutoCloseable {
  private static final String HOME = "matrix";

  /** What all runs share. */
  record Servers(Indices indices, BigQuery bigquery) {}

  /** Without an index or a table that another run left. */
  static Stores empty(Database database, Servers servers, Input input) {
    input.tables().forEach(table -> Landing.drop(table, servers.indices()));
    servers.bigquery().drop(HOME);
    return new Stores(database, servers);
  }

  Indices indices() {
    return servers.indices();
  }

  /** As {@code --sink} takes it. */
  String warehouse() {
    return servers.bigquery().address(HOME);
  }

  /** All of them, as {@code --sink} takes it. */
  String sinks() {
    return Arrays.stream(Sink.values())
        .map(sink -> sink.address(this))
        .collect(Collectors.joining(","));
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
