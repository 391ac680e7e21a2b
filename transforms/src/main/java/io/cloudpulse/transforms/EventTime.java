package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Dataset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** When what a record tells of happened. */
public final class EventTime {
  private EventTime() {}

  /** Of a typed record; empty if its dataset names no event time, or this record has none. */
  public static Optional<Instant> of(Dataset dataset, Object[] values) {
    return dataset.eventTime().map(name -> values[dataset.indexOf(name)]).map(EventTime::moment);
  }

  /** The moment that a date or a timestamp is: a date is its midnight in UTC. */
  public static Instant moment(Object time) {
    return time instanceof LocalDate date
        ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
        : (Instant) time;
  }
}
