package io.cloudpulse.tests.matrix;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Indices;
import io.cloudpulse.tests.runners.Landing;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a run writes to: a database of its own, and indices whose names all runs share. */
record Stores(Database database, Indices indices) implements AutoCloseable {
  /** Without an index that another run left. */
  static Stores empty(Database database, Indices indices, Input input) {
    input.tables().forEach(table -> Landing.drop(table, indices));
    return new Stores(database, indices);
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
