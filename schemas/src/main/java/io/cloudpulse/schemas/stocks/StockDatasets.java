package io.cloudpulse.schemas.stocks;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.classes.DatasetClass;
import java.util.List;

/**
 * The datasets that are computed of {@code stocks.prices}, beside those that are shipped as files.
 */
public final class StockDatasets {
  public static final Dataset SIGNALS = DatasetClass.of(Signal.class);

  private StockDatasets() {}

  public static List<Dataset> all() {
    return List.of(SIGNALS);
  }
}
