package io.cloudpulse.pipelines.source;

import io.cloudpulse.pipelines.flags.MoveSettings;
import io.cloudpulse.pipelines.flags.SourceAddress;

/** A topic as it grows. */
final class TopicStream {
  private TopicStream() {}

  static SourceWork of(MoveSettings settings, SourceAddress.Topic topic) {
    throw new UnsupportedOperationException("not yet " + settings + topic);
  }
}
