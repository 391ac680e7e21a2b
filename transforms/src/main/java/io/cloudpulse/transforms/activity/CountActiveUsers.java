package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.activity.ActiveUsers;
import io.cloudpulse.schemas.activity.ActivityDatasets;
import io.cloudpulse.transforms.VersionedRecord;
import java.time.Instant;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.joda.time.Duration;

/**
 * Counts the distinct users of each hour or day of event time, in UTC. Up to {@link
 * ActivityWindows#exactUsers} of one window are counted exactly, beyond that to about 0.6 %; the
 * row says which. Its version is {@link ActiveCount#counted}. Of a stream, a window is told while
 * it is open, when it closes and on late news; {@link UserSet} says what an open one keeps.
 */
public final class CountActiveUsers
    extends PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> {
  private static final long serialVersionUID = 1;

  /** A window is one key: a stream's is united in so many parts first. */
  private static final int PARTS = 4;

  private final ActivityWindows windows;
  private final Duration length;
  private final Dataset dataset;

  private CountActiveUsers(ActivityWindows windows, Duration length, Dataset dataset) {
    this.windows = windows;
    this.length = length;
    this.dataset = dataset;
  }

  public static CountActiveUsers hourly(ActivityWindows windows) {
    return new CountActiveUsers(
        windows, Duration.standardHours(1), ActivityDatasets.ACTIVE_USERS_HOURLY);
  }

  public static CountActiveUsers daily(ActivityWindows windows) {
    return new CountActiveUsers(
        windows, Duration.standardDays(1), ActivityDatasets.ACTIVE_USERS_DAILY);
  }

  /** The rows it makes. */
  public Dataset dataset() {
    return dataset;
  }

  @Override
  public PCollection<VersionedRecord> expand(PCollection<VersionedRecord> events) {
    KvCoder<Integer, Long> coder = KvCoder.of(VarIntCoder.of(), VarLongCoder.of());
    return events
        .apply(KeyEvents.of(windows, coder, event -> KV.of(0, event.getUserId())))
        .apply("Cut by time", windows.fixed(FixedWindows.of(length), events.isBounded()))
        .apply("Unite users", unite(events.isBounded()))
        .apply(MakeRows.of(dataset, this::rows));
  }

  private PTransform<PCollection<KV<Integer, Long>>, PCollection<KV<Integer, ActiveCount>>> unite(
      IsBounded bounded) {
    Combine.PerKey<Integer, Long, ActiveCount> unite =
        Combine.perKey(new UniteUsersFn(windows.exactUsers()));
    return bounded == IsBounded.BOUNDED ? unite : unite.withHotKeyFanout(PARTS);
  }

  private List<VersionedRecord> rows(KV<Integer, ActiveCount> count, Instant windowStart) {
    ActiveUsers row =
        ActiveUsers.of(windowStart, count.getValue().users(), count.getValue().exact());
    return List.of(ComputedRow.of(windows.generation(), count.getValue().counted(), row.values()));
  }
}
