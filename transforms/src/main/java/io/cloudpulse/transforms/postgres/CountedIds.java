package io.cloudpulse.transforms.postgres;

import io.cloudpulse.transforms.Digest;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Remembers which messages were counted, of ranges that are sets. Within the session's transaction:
 * an id is remembered if and only if its count is.
 */
final class CountedIds {
  /** One that another transaction has in hand is waited for. */
  private static final String ADD =
      "insert into pulse.counted_ids (counter, id) select ?, unnest(?) on conflict do nothing"
          + " returning id";

  private final PostgresSession session;
  private final String run;
  private final String counter;

  /**
   * Ids of one who counts.
   *
   * @param counter name of a sink; empty for the readers
   */
  CountedIds(PostgresSession session, String run, String counter) {
    this.session = session;
    this.run = run;
    this.counter = counter;
  }

  /**
   * Remembers ids, in the one order that keeps writers from deadlock; returns those it did not
   * know.
   */
  Set<Long> add(String range, LongStream ids) throws SQLException {
    Object[] sorted = ids.sorted().distinct().boxed().toArray();
    PreparedStatement add = session.statement(ADD);
    add.setLong(1, number(range));
    add.setArray(2, add.getConnection().createArrayOf("bigint", sorted));
    Set<Long> news = new HashSet<>();
    try (ResultSet added = add.executeQuery()) {
      while (added.next()) {
        news.add(added.getLong(1));
      }
    }
    return news;
  }

  private long number(String range) {
    byte[] digest = new Digest().add(run).add(counter).add(range).bytes();
    return ByteBuffer.wrap(digest).getLong();
  }
}
