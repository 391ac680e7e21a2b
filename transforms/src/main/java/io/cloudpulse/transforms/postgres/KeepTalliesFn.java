package io.cloudpulse.transforms.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.transforms.RangeTally;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes tallies. One of a whole range replaces what was there; one of a piece adds what it says of
 * offsets that were not counted yet.
 */
final class KeepTalliesFn extends KeepFn<RangeTally> {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String KEEP =
      "insert into pulse.read_ranges (run, range, read, accepted, refused, details)"
          + " values (?, ?, ?, ?, ?::jsonb, ?::jsonb)"
          + " on conflict (run, range) do update set"
          + " read = excluded.read, accepted = excluded.accepted,"
          + " refused = excluded.refused, details = excluded.details";

  private final String run;

  KeepTalliesFn(PostgresAddress database, String run) {
    super(database, KEEP);
    this.run = run;
  }

  @Override
  String id(RangeTally tally) {
    return tally.getRange();
  }

  @Override
  long bytes(RangeTally tally) {
    return 0;
  }

  /** At once: progress is told by the ranges that are done. */
  @Override
  int mostElements() {
    return 1;
  }

  @Override
  void write(PostgresSession open, Collection<RangeTally> tallies) throws SQLException {
    for (RangeTally tally : tallies) {
      if (tally.getRuns().isEmpty()) {
        super.write(open, List.of(tally));
      } else {
        new CountedPieces(open, run).add(tally);
      }
    }
  }

  @Override
  void bind(PreparedStatement statement, RangeTally tally) throws SQLException {
    statement.setString(1, run);
    statement.setString(2, tally.getRange());
    statement.setLong(3, tally.getRead());
    statement.setLong(4, tally.getAccepted());
    statement.setString(5, json(tally.getRefused()));
    statement.setString(6, json(tally.getCounters()));
  }

  /** Names of counters may come from the data, such as a field that the dataset does not know. */
  static String json(Map<String, Long> counts) {
    Map<String, Long> storable = new TreeMap<>();
    counts.forEach((name, count) -> storable.merge(StorableText.of(name), count, Long::sum));
    try {
      return JSON.writeValueAsString(storable);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError("a map of numbers is JSON", impossible);
    }
  }
}
