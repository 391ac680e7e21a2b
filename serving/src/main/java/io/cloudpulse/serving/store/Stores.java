package io.cloudpulse.serving.store;

import io.cloudpulse.schemas.Dataset;
import java.util.List;

/** What routes answer from. */
public record Stores(Database database, List<Dataset> datasets, Changes changes)
    implements AutoCloseable {
  public Stores {
    datasets = List.copyOf(datasets);
  }

  @Override
  public void close() {
    database.close();
  }
}
