package io.cloudpulse.transforms.files;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.VersionedRecord;

/** Where reading a range puts what it found. */
interface RangeOutputs {
  void accepted(VersionedRecord record);

  void refused(DeadLetter letter);

  void finished(RangeTally tally);
}
