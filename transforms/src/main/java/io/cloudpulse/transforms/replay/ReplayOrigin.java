package io.cloudpulse.transforms.replay;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Lookup;
import java.io.Serializable;
import java.time.Instant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What all lines of a replay have in common.
 *
 * @param dataset as it is to be read now, corrected or not
 * @param asOf when the data was true, for letters that do not know; null if that is not known
 * @param run id of the replay, for dead letters
 * @param refuseUnknown whether JSON fields that the dataset does not know refuse their record
 * @param lookup where what the dataset takes from another one is looked up
 */
public record ReplayOrigin(
    Dataset dataset, @Nullable Instant asOf, String run, boolean refuseUnknown, Lookup lookup)
    implements Serializable {}
