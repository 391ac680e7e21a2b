package io.cloudpulse.transforms;

/**
 * A record on its way to the sinks: typed, valid, with its key's values in it and its version
 * beside it. Not changed once made; the arrays are shared, not copied, because one is made for
 * every row that is moved.
 *
 * @param range the part of the source it was read from: what a retry reads again as a whole. Empty
 *     for a record that was computed from many: sinks store it and count nothing
 * @param ordinal its place among the accepted records of that range, ascending from 1: the same in
 *     each retry
 * @param offset where it starts in its source
 * @param version orders the versions of its row; never negative
 * @param values the dataset's fields in order, each of its type's carrier or null; then the extra
 *     key columns, if the key is content or position. Of a deleted row, only those of the key
 * @param original its bytes as they came
 * @param deleted whether this version of the row is that there is none. A sink remembers it, so
 *     that an older version cannot bring the row back; that of a computed record it need not
 *     remember
 */
@SuppressWarnings("ArrayRecordComponent")
public record VersionedRecord(
    String range,
    long ordinal,
    long offset,
    long version,
    Object[] values,
    byte[] original,
    boolean deleted) {

  /** A version of a row that is there. */
  @SuppressWarnings("checkstyle:ParameterNumber")
  public VersionedRecord(
      String range, long ordinal, long offset, long version, Object[] values, byte[] original) {
    this(range, ordinal, offset, version, values, original, false);
  }

  /** True if sinks count it: it was read, not computed. */
  public boolean isCounted() {
    return !range.isEmpty();
  }
}
