package io.cloudpulse.serving.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudpulse.serving.http.Problem;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One look a second for all that listen; none while nobody does. A listener that takes longer than
 * that misses some, and holds up nobody.
 */
final class LiveFeed implements AutoCloseable {
  /** Each holds a connection, and now and then a thread. */
  static final int MOST = 64;

  private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(LiveFeed.class);

  private final Supplier<LiveNumbers> question;
  private final long pauseMillis;
  private final EventPace pace = new EventPace();
  private final Set<LiveListener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService senders = Executors.newCachedThreadPool();
  private ScheduledFuture<?> looking;

  LiveFeed(Supplier<LiveNumbers> question, long pauseMillis) {
    this.question = question;
    this.pauseMillis = pauseMillis;
  }

  static LiveFeed of(Supplier<LiveNumbers> question) {
    return new LiveFeed(question, TimeUnit.SECONDS.toMillis(1));
  }

  boolean isFull() {
    return listeners.size() >= MOST;
  }

  synchronized boolean isLooking() {
    return looking != null;
  }

  /** Takes a listener, unless there are too many; the first one is what looking begins with. */
  synchronized boolean add(LiveListener listener) {
    if (isFull() || clock.isShutdown()) {
      return false;
    }
    listeners.add(listener);
    if (looking == null) {
      pace.reset();
      looking = clock.scheduleAtFixedRate(this::look, 0, pauseMillis, TimeUnit.MILLISECONDS);
    }
    return true;
  }

  /** Lets a listener go; with the last one, looking ends. */
  synchronized void remove(LiveListener listener) {
    listeners.remove(listener);
    if (listeners.isEmpty() && looking != null) {
      looking.cancel(false);
      looking = null;
    }
  }

  private void look() {
    try {
      LiveNumbers numbers = question.get();
      double perSecond = pace.after(System.nanoTime(), numbers.eventsRead());
      tell("pulse", numbers.json(Math.round(perSecond * 10) / 10.0));
    } catch (Problem problem) {
      tell("trouble", detail(problem.getMessage()));
    } catch (RuntimeException failure) {
      LOG.error("the live numbers cannot be told", failure);
      tell("trouble", detail("It failed. The log says why."));
    }
  }

  private static ObjectNode detail(String what) {
    return JsonNodeFactory.instance.objectNode().put("detail", what);
  }

  private void tell(String event, ObjectNode json) {
    String text = json.toString();
    listeners.stream().filter(LiveListener::isGone).forEach(this::remove);
    listeners.forEach(listener -> listener.send(event, text, senders));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    senders.shutdownNow();
    listeners.forEach(LiveListener::close);
  }
}
