package io.cloudpulse.transforms.kafka;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Reason;
import io.cloudpulse.transforms.VersionedRecord;
import java.time.Instant;
import java.util.Optional;

/** Where reading messages puts what it found: each message ends in one of the first two. */
public interface MessageOutputs {
  void accepted(VersionedRecord record, Optional<Instant> eventTime);

  void refused(DeadLetter letter, Reason reason);

  /** Something worth a count came up in the message in hand. */
  void count(String name);
}
