package io.cloudpulse.transforms.activity;

import io.cloudpulse.transforms.Aggregate;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.likelihood.ModelChoice;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** All that is counted of {@code activity.events}. */
public final class ActivityAggregates {
  private ActivityAggregates() {}

  /**
   * What goes before each: takes records of {@code activity.events}, and of a stream hands on each
   * once.
   */
  public static PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> distinct(
      ActivityWindows windows) {
    return new KeepDistinctEvents(windows);
  }

  public static List<Aggregate> in(ActivityWindows windows) {
    CountActiveUsers hourly = CountActiveUsers.hourly(windows);
    CountActiveUsers daily = CountActiveUsers.daily(windows);
    return List.of(
        new Aggregate(CountActionsByMinute.DATASET, CountActionsByMinute.in(windows)),
        new Aggregate(hourly.dataset(), hourly),
        new Aggregate(daily.dataset(), daily),
        new Aggregate(SummariseUserDays.DATASET, SummariseUserDays.in(windows)),
        new Aggregate(FindSessions.DATASET, FindSessions.in(windows)));
  }

  /** What a model makes of them: only where there is one. */
  public static Aggregate predictions(ActivityWindows windows, ModelChoice model) {
    return new Aggregate(PredictPurchases.DATASET, PredictPurchases.by(model, windows));
  }
}
