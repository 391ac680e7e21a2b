package io.cloudpulse.transforms.pubsub;

import com.google.api.gax.rpc.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Messages that a reader handed out and may not acknowledge before its runner says so. */
final class HandedOut {
  private final PubsubAddress address;
  private final Subscription subscription;
  private final NavigableMap<Long, List<String>> marked = new TreeMap<>();
  private List<String> unmarked = new ArrayList<>();
  private long marks;
  private boolean closed;

  HandedOut(PubsubAddress address, Subscription subscription) {
    this.address = address;
    this.subscription = subscription;
  }

  synchronized void add(List<String> ids) {
    unmarked.addAll(ids);
  }

  /** Closes the list of what the next mark covers; returns the mark's number. */
  synchronized long mark() {
    marks++;
    if (!unmarked.isEmpty()) {
      marked.put(marks, unmarked);
      unmarked = new ArrayList<>();
    }
    return marks;
  }

  /** All that a mark covers, or one before it, is in the sinks. */
  void safe(long mark) {
    List<String> ids = take(mark);
    if (ids.isEmpty()) {
      return;
    }
    try {
      if (isClosed()) {
        Subscription.acknowledgeAlone(address, ids);
      } else {
        subscription.acknowledge(ids);
      }
    } catch (ApiException unreachable) {
      // They come again, and are counted once.
    }
  }

  private synchronized List<String> take(long mark) {
    Map<Long, List<String>> covered = marked.headMap(mark, true);
    List<String> ids = covered.values().stream().flatMap(List::stream).toList();
    covered.clear();
    return ids;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** True if nothing waits for its acknowledgement. */
  synchronized boolean isEmpty() {
    return unmarked.isEmpty() && marked.isEmpty();
  }

  /** What no mark covers nobody will acknowledge: it may come again at once. */
  synchronized void close() {
    closed = true;
    try {
      subscription.handBack(unmarked);
    } catch (ApiException unreachable) {
      // Then it comes again when its lease ends.
    }
    subscription.close();
  }
}
