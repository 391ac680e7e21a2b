package io.cloudpulse.transforms.files;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.Lookup;
import io.cloudpulse.transforms.archive.Archive;
import java.io.Serializable;

/**
 * What all files of a load have in common.
 *
 * @param run id of the run, for dead letters
 * @param refuseUnknown whether JSON fields that the dataset does not know refuse their record
 * @param lookup where what the dataset takes from another one is looked up
 * @param archive where records are kept as they came
 */
record LoadOrigin(
    Dataset dataset, String run, boolean refuseUnknown, Lookup lookup, Archive archive)
    implements Serializable {
  static LoadOrigin of(Dataset dataset, String run, boolean refuseUnknown) {
    return new LoadOrigin(dataset, run, refuseUnknown, Lookup.none(), Archive.none());
  }

  LoadOrigin lookingUp(Lookup rows) {
    return new LoadOrigin(dataset, run, refuseUnknown, rows, archive);
  }

  LoadOrigin archivingTo(Archive place) {
    return new LoadOrigin(dataset, run, refuseUnknown, lookup, place);
  }
}
