package io.cloudpulse.transforms.archive;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Lookup;
import java.io.Serializable;

/**
 * What all records of an archive have in common.
 *
 * @param dataset as it is to be read now, corrected or not
 * @param run id of the run, for dead letters
 * @param refuseUnknown whether JSON fields that the dataset does not know refuse their record
 * @param lookup where what the dataset takes from another one is looked up
 */
public record ArchiveOrigin(Dataset dataset, String run, boolean refuseUnknown, Lookup lookup)
    implements Serializable {}
