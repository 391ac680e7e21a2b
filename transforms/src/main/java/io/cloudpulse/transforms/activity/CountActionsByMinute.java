package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.activity.ActionMinute;
import io.cloudpulse.schemas.activity.ActivityDatasets;
import io.cloudpulse.transforms.VersionedRecord;
import java.time.Instant;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;

/**
 * Counts the distinct events of each action in each minute of event time, and adds up their prices.
 * A row's version is the number of its events. Of a stream, a minute is told while it is open, when
 * it closes and on late news.
 */
public final class CountActionsByMinute
    extends PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> {
  private static final long serialVersionUID = 1;

  /** The rows it makes. */
  public static final Dataset DATASET = ActivityDatasets.ACTION_MINUTES;

  private final ActivityWindows windows;

  private CountActionsByMinute(ActivityWindows windows) {
    this.windows = windows;
  }

  public static CountActionsByMinute in(ActivityWindows windows) {
    return new CountActionsByMinute(windows);
  }

  @Override
  public PCollection<VersionedRecord> expand(PCollection<VersionedRecord> events) {
    KvCoder<String, TupleSet> coder = KvCoder.of(StringUtf8Coder.of(), UniteEventsFn.CODER);
    FixedWindows minutes = FixedWindows.of(Duration.standardMinutes(1));
    return events
        .apply(KeyEvents.of(windows, coder, event -> KV.of(event.getAction(), event.priced())))
        .apply("Cut into minutes", windows.fixed(minutes, events.isBounded()))
        .apply("Total events", TotalEvents.of(StringUtf8Coder.of()))
        .apply(MakeRows.of(DATASET, this::rows));
  }

  private List<VersionedRecord> rows(KV<String, EventTotals> action, Instant minute) {
    EventTotals totals = action.getValue();
    ActionMinute row = ActionMinute.of(minute, action.getKey(), totals.events(), totals.revenue());
    return List.of(ComputedRow.of(windows.generation(), totals.events(), row.values()));
  }
}
