package io.cloudpulse.tests.bigquery;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.PulseCommand;
import io.cloudpulse.tests.kit.bigquery.BigQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves into one dataset of BigQuery by any method. Files are loaded into the emulator itself; what
 * is appended goes through what stands in before it.
 */
record Ways(BigQuery bigquery, Database database) {
  static final String HOME = "methods";

  PulseCommand run(String dataset, String source, String method, String... more) {
    List<String> flags = new ArrayList<>(List.of(more));
    flags.add("--bigqueryMethod=" + method);
    return BackFromBigQuery.pulse(
        "run", dataset, source, address(method), database, flags.toArray(String[]::new));
  }

  String address(String method) {
    return method.equals("load") ? bigquery.emulatorAddress(HOME) : bigquery.address(HOME);
  }

  /** That no other tables are left. */
  void assertTables(String... tables) {
    List<String> names = new ArrayList<>();
    bigquery
        .answer("GET", "datasets/" + HOME + "/tables", null)
        .path("tables")
        .forEach(table -> names.add(table.at("/tableReference/tableId").asText()));
    assertThat(names).containsExactlyInAnyOrder(tables);
  }
}
