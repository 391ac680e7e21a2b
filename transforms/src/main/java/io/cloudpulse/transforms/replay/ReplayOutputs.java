package io.cloudpulse.transforms.replay;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.RangeTally;
import io.cloudpulse.transforms.VersionedRecord;

/** Where reading a page puts what it found. */
interface ReplayOutputs {
  void accepted(VersionedRecord record);

  void refused(DeadLetter letter);

  /** The page is read to its end. */
  void finished(RangeTally tally);
}
