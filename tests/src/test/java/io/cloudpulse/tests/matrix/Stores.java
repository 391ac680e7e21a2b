package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.runners.Landing;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What a run writes to: a database of its own, indices and a dataset of BigQuery whose names all
 * runs share.
 */
record Stores(Database database, Servers servers) implements AutoCloseable {
  private static final String HOME = "matrix";

  /** Without an index or a table that another run left. */
  static Stores empty(Servers servers, Input input) throws SQLException, IOException {
    input.tables().forEach(table -> Landing.drop(table, servers.indices()));
    if (servers.emulators().bigquery().isPresent()) {
      servers.emulators().bigquery().get().beginAnew();
    }
    String name = "m_" + UUID.randomUUID().toString().replace('-', '_');
    return new Stores(servers.catalogue().copy(name), servers);
  }

  Indices indices() {
    return servers.indices();
  }

  /** As {@code --sink} takes it. */
  String warehouse() {
    return servers.emulators().bigquery().orElseThrow().address(HOME);
  }

  List<Sink> sinks() {
    return servers.emulators().sinks();
  }

  /** Those of all sinks, in their order, each as {@code --sink} takes it. */
  List<String> addresses() {
    return sinks().stream().map(sink -> sink.address(this)).toList();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
