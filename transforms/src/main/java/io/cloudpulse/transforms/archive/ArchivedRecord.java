package io.cloudpulse.transforms.archive;

import io.cloudpulse.transforms.Reading;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A record as it came, accepted or refused: its bytes, and what it takes to make the same row with
 * the same version of them again.
 *
 * @param source as in {@link io.cloudpulse.transforms.DeadLetter#getSource}
 * @param offset where it starts in its source
 * @param line as in {@link io.cloudpulse.transforms.DeadLetter#getLine}
 * @param published when it came into the world, in milliseconds since 1970: a message's own time,
 *     or that of the load that a file belongs to
 * @param key of the message; null if it has none
 * @param value its bytes; null of a message that says that its row is no more
 * @param reading how the bytes are read
 */
@SuppressWarnings("ArrayRecordComponent")
public record ArchivedRecord(
    String source,
    long offset,
    long line,
    long published,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Reading reading) {}
