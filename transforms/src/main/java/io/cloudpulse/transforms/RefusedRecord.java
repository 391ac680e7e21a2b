package io.cloudpulse.transforms;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import java.util.List;
import org.joda.time.Instant;

/** Makes a dead letter of a typed record that a sink refused. */
public final class RefusedRecord {
  private static final java.time.Instant FIRST_YEAR =
      java.time.Instant.parse("0001-01-01T00:00:00Z");
  private static final java.time.Instant LAST_YEAR =
      java.time.Instant.parse("9999-01-01T00:00:00Z");

  private RefusedRecord() {}

  /**
   * All of the dead letter but what the sink's system said.
   *
   * @param step the sink's address
   */
  public static DeadLetter.Builder by(
      String step, String run, Dataset dataset, VersionedRecord row) {
    return DeadLetter.builder()
        .setId(id(dataset, step, row))
        .setDataset(dataset.name())
        .setStep(step)
        .setReason(Reason.SINK.code())
        .setOriginal(row.original())
        .setSource(source(row.range()))
        .setOffset(row.offset())
        .setLine(0)
        .setEventTime(eventTime(dataset, row))
        .setRun(run)
        .setReading(new Reading(-1, List.of(), row.version(), number(dataset, row)).text());
  }

  private static long number(Dataset dataset, VersionedRecord row) {
    boolean isKey = dataset.key().kind() == Key.Kind.POSITION;
    return isKey ? (long) row.values()[dataset.fields().size() + 1] : 0;
  }

  /** Left out where it is so far off that it may be what was refused. */
  static Instant eventTime(Dataset dataset, VersionedRecord row) {
    return EventTime.of(dataset, row.values())
        .filter(time -> time.isAfter(FIRST_YEAR) && time.isBefore(LAST_YEAR))
        .map(time -> Instant.ofEpochMilli(time.toEpochMilli()))
        .orElse(null);
  }

  /**
   * Names the dead letter by what it is, so that a retry finds the same one. The key belongs to it:
   * a record that is unpivoted makes rows of one offset and one text.
   */
  public static String id(Dataset dataset, String step, VersionedRecord row) {
    Digest id = new Digest().add(dataset.name()).add(step).add(source(row.range()));
    id = id.add(row.offset()).add(row.original());
    for (int place : KeyPlaces.of(dataset)) {
      id = id.addValue(row.values()[place]);
    }
    return id.hex();
  }

  /** The range without the part of the file it is. */
  public static String source(String range) {
    int part = range.lastIndexOf('#');
    return part < 0 ? range : range.substring(0, part);
  }
}
