package io.cloudpulse.serving.store;

import io.cloudpulse.schemas.Dataset;
import java.util.List;
import java.util.Optional;

/**
 * What routes answer from.
 *
 * @param search empty if there is none
 * @param launcher empty if nothing can be sent again
 * @param events where writes go; empty if nothing can be written
 * @param changes tells when what was written is there to be read
 */
public record Stores(
    Database database,
    Optional<SearchCluster> search,
    Optional<Launcher> launcher,
    Optional<EventLog> events,
    List<Dataset> datasets,
    Changes changes)
    implements AutoCloseable {
  public Stores {
    datasets = List.copyOf(datasets);
  }

  @Override
  public void close() {
    events.ifPresent(EventLog::close);
    database.close();
    search.ifPresent(SearchCluster::close);
  }
}
