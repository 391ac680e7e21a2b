package io.cloudpulse.tests.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.tests.kit.Database;
import io.cloudpulse.tests.kit.Moving;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A shop's events in a database, and the API over it. */
record ServedEvents(Database events, ServingProcess api) implements AutoCloseable {
  static ServedEvents in(Database database, Path folder) throws IOException {
    Path file = ShopEvents.write(folder);
    assertThat(Moving.of("activity.events", database).run(file).exitCode()).isZero();
    return new ServedEvents(database, ServingProcess.over(database));
  }

  /** As UTC says it, whatever this machine's zone is. */
  List<String> sql(String query) throws SQLException {
    events.execute(
        "alter database \"" + events.one("select current_database()") + "\" set timezone = 'UTC'");
    return events.query(query);
  }

  @Override
  public void close() throws IOException {
    api.close();
  }
}
