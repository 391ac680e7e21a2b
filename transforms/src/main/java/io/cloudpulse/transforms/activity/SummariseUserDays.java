package io.cloudpulse.transforms.activity;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.activity.ActivityDatasets;
import io.cloudpulse.schemas.activity.UserDay;
import io.cloudpulse.transforms.VersionedRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;

/**
 * Sums up what each user did on each day of event time, in UTC. A row's version is the number of
 * its distinct events. Of a stream, a day is told while it is open, when it closes and on late
 * news. Totals for ever would need state for ever: {@link #USERS_VIEW} adds up the days when it is
 * read.
 */
public final class SummariseUserDays
    extends PTransform<PCollection<VersionedRecord>, PCollection<VersionedRecord>> {
  private static final long serialVersionUID = 1;

  /** The rows it makes. */
  public static final Dataset DATASET = ActivityDatasets.USER_DAYS;

  /**
   * All that each user ever did, in PostgreSQL: made after the table {@code activity.user_days}.
   * Running it again changes nothing.
   */
  public static final String USERS_VIEW =
      """
      create or replace view "activity"."users" as
      select "user_id",
             sum("purchases")::bigint as "purchases",
             sum("revenue")::numeric(18, 2) as "revenue",
             sum("events")::bigint as "events",
             max("last_activity") as "last_activity",
             min("first_activity") as "first_activity"
      from "activity"."user_days"
      group by "user_id"
      """;

  private final ActivityWindows windows;

  private SummariseUserDays(ActivityWindows windows) {
    this.windows = windows;
  }

  public static SummariseUserDays in(ActivityWindows windows) {
    return new SummariseUserDays(windows);
  }

  @Override
  public PCollection<VersionedRecord> expand(PCollection<VersionedRecord> events) {
    KvCoder<Long, TupleSet> coder = KvCoder.of(VarLongCoder.of(), UniteEventsFn.CODER);
    FixedWindows days = FixedWindows.of(Duration.standardDays(1));
    return events
        .apply(KeyEvents.of(windows, coder, event -> KV.of(event.getUserId(), event.purchased())))
        .apply("Cut into days", windows.fixed(days, events.isBounded()))
        .apply("Total events", TotalEvents.of(VarLongCoder.of()))
        .apply(MakeRows.of(DATASET, this::rows));
  }

  private List<VersionedRecord> rows(KV<Long, EventTotals> user, Instant day) {
    EventTotals totals = user.getValue();
    UserDay row =
        UserDay.of(user.getKey(), LocalDate.ofInstant(day, ZoneOffset.UTC), totals.ofUser());
    return List.of(ComputedRow.of(windows.generation(), totals.events(), row.values()));
  }
}
