package io.cloudpulse.serving.dashboard;

import java.util.concurrent.Executor;

/** Who is told the live numbers. */
interface LiveListener {
  /** Sends an event, unless the last one is still on its way; does not wait for it. */
  void send(String event, String json, Executor by);

  /** Whether nobody is there any more. */
  boolean isGone();

  /** Ends it. */
  void close();
}
