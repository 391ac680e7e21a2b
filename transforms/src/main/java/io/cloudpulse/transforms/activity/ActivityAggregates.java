package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** All that is summed up of activity. */
public final class ActivityAggregates {
  private ActivityAggregates() {}

  /** Rows, and how they are computed. */
  public record Aggregate(
      Dataset dataset,
      PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> compute) {}

  /** True for the dataset whose records can be summed up. */
  public static boolean areOf(Dataset dataset) {
    return dataset.name().equals("activity.events");
  }

  public static List<Aggregate> of(ActivityWindows windows) {
    return List.of(new Aggregate(CountActionsByMinute.DATASET, CountActionsByMinute.in(windows)));
  }
}
