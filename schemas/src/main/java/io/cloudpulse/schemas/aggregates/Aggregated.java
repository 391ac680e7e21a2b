package io.cloudpulse.schemas.aggregates;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.activity.ActivityDatasets;
import io.cloudpulse.schemas.stocks.StockDatasets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The datasets whose records our own code computes on, and the datasets of the rows that come of
 * them. No other place ties the two together: who computes them, makes their tables or serves them
 * asks here.
 */
public enum Aggregated {
  EVENTS("activity.events"),
  PRICES("stocks.prices");

  private final String origin;

  Aggregated(String origin) {
    this.origin = origin;
  }

  /** Name of the dataset whose records are computed on. */
  public String origin() {
    return origin;
  }

  /** What is computed of them. */
  public List<Dataset> aggregates() {
    return switch (this) {
      case EVENTS -> ActivityDatasets.all();
      case PRICES -> StockDatasets.all();
    };
  }

  /** Empty of a dataset that nothing is computed of. */
  public static Optional<Aggregated> of(String dataset) {
    return Arrays.stream(values()).filter(each -> each.origin.equals(dataset)).findFirst();
  }

  /** What an aggregate is computed of; empty of a dataset that is none. */
  public static Optional<Aggregated> behind(Dataset aggregate) {
    return Arrays.stream(values())
        .filter(each -> each.aggregates().contains(aggregate))
        .findFirst();
  }

  /** The aggregate of that name; empty if there is none. */
  public static Optional<Dataset> named(String aggregate) {
    return all().filter(each -> each.name().equals(aggregate)).findFirst();
  }

  /** Every dataset that is computed, beside those that are shipped as files. */
  public static Stream<Dataset> all() {
    return Arrays.stream(values()).flatMap(each -> each.aggregates().stream());
  }
}
