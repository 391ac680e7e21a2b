package io.cloudpulse.transforms.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.SetRange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Instant;

/**
 * Adds up the pieces of ranges that never end. Pieces come in the order of their offsets, so the
 * highest offset counted says exactly what a retry must not count again; of a range that is a set,
 * the ids that were counted say it.
 */
final class CountedPieces {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String BEGIN =
      "insert into pulse.read_ranges (run, range, read, accepted, refused, details)"
          + " values (?, ?, 0, 0, '{}', '{}') on conflict (run, range) do nothing";

  private static final String FIND =
      "select through, refused, details from pulse.read_ranges where run = ? and range = ?"
          + " for update";

  private static final String ADD =
      "update pulse.read_ranges set read = read + ?, accepted = accepted + ?,"
          + " refused = ?::jsonb, details = ?::jsonb, through = ?,"
          + " watermark = greatest(watermark, ?) where run = ? and range = ?";

  private final PostgresSession session;
  private final String run;
  private final CountedIds ids;

  CountedPieces(PostgresSession session, String run) {
    this.session = session;
    this.run = run;
    this.ids = new CountedIds(session, run, "");
  }

  /** Adds what is new in a piece, within the session's transaction. */
  void add(RangeTally piece) throws SQLException {
    PreparedStatement begin = session.statement(BEGIN);
    key(begin, 1, piece);
    int unused = begin.executeUpdate();
    PreparedStatement find = session.statement(FIND);
    key(find, 1, piece);
    try (ResultSet counted = find.executeQuery()) {
      if (!counted.next()) {
        throw new SQLException("the row of " + piece.getRange() + " is gone", "40001");
      }
      RangeTally news =
          SetRange.is(piece.getRange()) ? unknown(piece) : piece.beyond(counted.getLong(1));
      if (!news.getRuns().isEmpty()) {
        add(news, counted.getString(2), counted.getString(3));
      }
    }
  }

  private RangeTally unknown(RangeTally piece) throws SQLException {
    LongStream all =
        piece.getRuns().stream()
            .flatMapToLong(run -> LongStream.rangeClosed(run.getFirst(), run.getLast()));
    return piece.only(ids.add(piece.getRange(), all));
  }

  private void add(RangeTally news, String refused, String details) throws SQLException {
    PreparedStatement add = session.statement(ADD);
    add.setLong(1, news.getRead());
    add.setLong(2, news.getAccepted());
    add.setString(3, KeepTalliesFn.json(sum(refused, news.getRefused())));
    add.setString(4, KeepTalliesFn.json(sum(details, news.getCounters())));
    add.setLong(5, news.last());
    add.setObject(6, time(news.getWatermark()), Types.TIMESTAMP_WITH_TIMEZONE);
    key(add, 7, news);
    int unused = add.executeUpdate();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant watermark) {
    return watermark == null
        ? null
        : java.time.Instant.ofEpochMilli(watermark.getMillis()).atOffset(ZoneOffset.UTC);
  }

  private static Map<String, Long> sum(String counted, Map<String, Long> news) {
    try {
      Map<String, Long> sum =
          JSON.readValue(counted, new TypeReference<TreeMap<String, Long>>() {});
      news.forEach((name, count) -> sum.merge(StorableText.of(name), count, Long::sum));
      return sum;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was counted is numbers by name", impossible);
    }
  }

  private void key(PreparedStatement statement, int at, RangeTally piece) throws SQLException {
    statement.setString(at, run);
    statement.setString(at + 1, piece.getRange());
  }
}
