package io.cloudpulse.tests.kit.bigquery;

import io.grpc.Status;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What a test makes go wrong, request by request. */
public final class Troubles {
  private final Queue<Status> before = new ConcurrentLinkedQueue<>();
  private final Queue<Status> after = new ConcurrentLinkedQueue<>();
  private final Queue<Status> amidst = new ConcurrentLinkedQueue<>();
  private final AtomicLong requests = new AtomicLong();

  Troubles() {}

  /** The next requests are not taken. */
  public void refuse(Status status, int times) {
    for (int i = 0; i < times; i++) {
      before.add(status);
    }
  }

  /** The next request is taken, and its sender does not learn it. */
  public void loseAnswer() {
    after.add(Status.UNAVAILABLE.withDescription("the connection was lost"));
  }

  /** The next times that some rows of a stream were read, their reader loses the connection. */
  public void loseReader(int times) {
    for (int i = 0; i < times; i++) {
      amidst.add(Status.UNAVAILABLE.withDescription("the connection was lost"));
    }
  }

  /** Whether all that was to go wrong has. */
  public boolean areOver() {
    return before.isEmpty() && after.isEmpty() && amidst.isEmpty();
  }

  /** How many requests came, whatever became of them. */
  public long requests() {
    return requests.get();
  }

  void before() {
    long unused = requests.incrementAndGet();
    raise(before.poll());
  }

  void after() {
    raise(after.poll());
  }

  void afterBlock() {
    raise(amidst.poll());
  }

  private static void raise(Status status) {
    if (status != null) {
      throw status.asRuntimeException();
    }
  }
}
