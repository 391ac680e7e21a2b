package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.shape.PostgresShape;
import io.cloudpulse.transforms.GainedFields;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.TargetState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What a sink finds under its table's name, and what is to be done about it. */
record TargetTable(PostgresShape shape, TableFound found, List<String> gained) {
  static TargetTable in(Connection connection, Dataset dataset) throws SQLException {
    PostgresShape shape = PostgresShape.of(dataset);
    TableFound found = TableFound.in(connection, shape.schema(), shape.table());
    List<String> gained =
        found.kind().equals("table")
            ? GainedFields.of(dataset, found.columns().keySet())
            : List.of();
    return new TargetTable(shape, found, gained);
  }

  /** Differences beside gained fields come first: no policy helps against them. */
  TargetState state(SchemaPolicy policy) {
    if (!found.isThere()) {
      return TargetState.missing();
    }
    List<String> others = TableDifference.between(shape.without(gained), found);
    TargetState lacking =
        gained.isEmpty()
            ? TargetState.there(List.of())
            : TargetState.lacking(gained, additions(), policy);
    if (others.isEmpty()) {
      return lacking;
    }
    return TargetState.there(
        lacking.kind() == TargetState.Kind.UNFIT
            ? Stream.concat(others.stream(), lacking.details().stream()).toList()
            : others);
  }

  /** The statements that add what it lacks. */
  List<String> additions() {
    return gained.stream().flatMap(field -> shape.addStatements(field).stream()).toList();
  }
}
