package io.cloudpulse.transforms.postgres;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.VersionedRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Remembers which rows were deleted, and by which version, so that an older version that comes
 * later does not bring one back. Kept beside the data, in {@code pulse.tombstones}: a deleted row
 * is gone from its table.
 */
final class Tombstones {
  /** What statements call the key of a row in this table. */
  static final String KEY = "_tombstone";

  private static final String ANY =
      "select exists (select from pulse.tombstones where dataset = ?)";

  private static final String REMEMBER =
      "insert into pulse.tombstones as known (dataset, key, version)"
          + " select ?, * from unnest(?::text[], ?::bigint[])"
          + " on conflict (dataset, key) do update set version = excluded.version, deleted_at = now()"
          + " where known.version < excluded.version";

  /** Any number of two that is ours alone; the second is the dataset. */
  private static final String LOCK = "select pg_advisory_xact_lock%s(7283916, hashtext(?))";

  private final PostgresSession session;
  private final Dataset dataset;
  private final TombstoneKeys keysOf;
  private final BinaryArray keys = BinaryArrays.forType("text");
  private final BinaryArray versions = BinaryArrays.forType("bigint");

  Tombstones(PostgresSession session, Dataset dataset) {
    this.session = session;
    this.dataset = dataset;
    this.keysOf = canBe() ? TombstoneKeys.of(dataset) : null;
  }

  boolean canBe() {
    return TombstoneKeys.canBe(dataset);
  }

  /**
   * Until the transaction ends, nobody else deletes while we write, and nobody writes while we
   * delete: else a row could be stored after its deletion had looked for it.
   */
  void lock(boolean deleting) throws SQLException {
    PreparedStatement lock = session.statement(LOCK.formatted(deleting ? "" : "_shared"));
    lock.setString(1, dataset.stored().name());
    try (ResultSet held = lock.executeQuery()) {
      boolean unused = held.next();
    }
  }

  boolean areAny() throws SQLException {
    PreparedStatement any = session.statement(ANY);
    any.setString(1, dataset.stored().name());
    try (ResultSet found = any.executeQuery()) {
      return found.next() && found.getBoolean(1);
    }
  }

  void remember(VersionedRecord[] deleted) throws SQLException {
    versions.clear();
    for (VersionedRecord row : deleted) {
      versions.add(row.version());
    }
    PreparedStatement remember = session.statement(REMEMBER);
    remember.setString(1, dataset.stored().name());
    remember.setObject(2, keysOf(deleted));
    remember.setObject(3, versions);
    int unused = remember.executeUpdate();
  }

  BinaryArray keysOf(VersionedRecord[] rows) {
    keys.clear();
    for (VersionedRecord row : rows) {
      keys.add(keysOf.text(row.values()));
    }
    return keys;
  }
}
