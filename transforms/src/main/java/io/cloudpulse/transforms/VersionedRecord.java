package io.cloudpulse.transforms;

/**
 * A record on its way to the sinks: typed, valid, with its key's values in it and its version
 * beside it. Not changed once made; the arrays are shared, not copied, because one is made for
 * every row that is moved.
 *
 * @param range the part of the source it was read from: what a retry reads again as a whole
 * @param ordinal its place among the accepted records of that range, from 1: the same in each retry
 * @param offset where it starts in its source
 * @param version orders the versions of its row; never negative
 * @param values the dataset's fields in order, each of its type's carrier or null; then the extra
 *     key columns, if the key is content or position
 * @param original its bytes as they came
 */
@SuppressWarnings("ArrayRecordComponent")
public record VersionedRecord(
    String range, long ordinal, long offset, long version, Object[] values, byte[] original) {}
