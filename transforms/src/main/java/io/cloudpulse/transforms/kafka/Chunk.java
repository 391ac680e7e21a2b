package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.VersionedRecord;
import java.util.List;
import org.apache.beam.sdk.values.TimestampedValue;

/**
 * What came of neighbouring messages of one partition. A runner spends much on each element that a
 * source gives it; so the source gives it many records as one.
 *
 * @param late of those of the records that came too late for their windows
 */
public record Chunk(
    List<TimestampedValue<VersionedRecord>> records,
    List<DeadLetter> refused,
    List<DeadLetter> late,
    RangeTally tally) {}
