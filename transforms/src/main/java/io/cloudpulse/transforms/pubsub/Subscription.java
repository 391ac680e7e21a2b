package io.cloudpulse.transforms.pubsub;

import com.google.api.core.ApiFuture;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.pubsub.v1.stub.SubscriberStub;
import com.google.common.collect.Iterables;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.GetSubscriptionRequest;
import com.google.pubsub.v1.ModifyAckDeadlineRequest;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import com.google.pubsub.v1.ReceivedMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Pulls messages and holds them: what was pulled stays ours until it is acknowledged or handed
 * back, for as long as this process lives. If it dies, the server gives its messages to others
 * within {@link #LEASE}. {@link #next} is for one thread.
 */
public final class Subscription implements AutoCloseable {
  /** After what time the server gives the messages of a process that died to another. */
  public static final Duration LEASE = Duration.ofSeconds(20);

  private static final long RENEWAL_SECONDS = LEASE.toSeconds() / 4;
  private static final int MOST_PULLED = 1_000;
  private static final int MOST_IDS = 1_000;
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(20);

  private final PubsubAddress address;
  private final SubscriberStub stub;
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(Subscription::daemon);
  private ApiFuture<PullResponse> pulling;

  private Subscription(PubsubAddress address) {
    this.address = address;
    this.stub = PubsubClients.subscriber(address);
    var unused =
        renewals.scheduleWithFixedDelay(
            this::renew, RENEWAL_SECONDS, RENEWAL_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pulse-pubsub-leases");
    thread.setDaemon(true);
    return thread;
  }

  /** Opens the subscription of an address; asks nothing yet. */
  public static Subscription open(PubsubAddress address) {
    return new Subscription(address);
  }

  /**
   * Looks whether the subscription is there.
   *
   * @throws IllegalStateException if it is not, or nobody answers
   */
  public static void check(PubsubAddress address) {
    try (SubscriberStub stub = PubsubClients.subscriber(address)) {
      find(stub, address);
    } catch (ApiException failed) {
      throw new IllegalStateException(why(address, failed), failed);
    }
  }

  private static void find(SubscriberStub stub, PubsubAddress address) {
    GetSubscriptionRequest request =
        GetSubscriptionRequest.newBuilder().setSubscription(address.subscriptionPath()).build();
    var unused = stub.getSubscriptionCallable().call(request);
  }

  /** Messages that came within a time; none if none did. They are held from now on. */
  public List<ReceivedMessage> next(Duration wait) throws IOException {
    if (pulling == null) {
      pulling = stub.pullCallable().futureCall(request());
    }
    try {
      List<ReceivedMessage> messages =
          pulling.get(wait.toMillis(), TimeUnit.MILLISECONDS).getReceivedMessagesList();
      pulling = null;
      hold(messages);
      return messages;
    } catch (TimeoutException nothingYet) {
      return List.of();
    } catch (ExecutionException failed) {
      pulling = null;
      return noneOrThrow(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for messages", stopped);
    }
  }

  /**
   * The same, where none is the end: that nothing came is believed of a server that has answered
   * meanwhile, for one that is slow may still have some.
   *
   * @throws IOException if it does not answer
   */
  public List<ReceivedMessage> nextUnlessSilent(Duration quiet) throws IOException {
    List<ReceivedMessage> messages = next(quiet);
    if (!messages.isEmpty()) {
      return messages;
    }
    long asked = System.nanoTime();
    try {
      find(stub, address);
    } catch (ApiException failed) {
      throw new IOException(why(address, failed), failed);
    }
    return next(SHORTEST_LOOK.plusNanos(System.nanoTime() - asked));
  }

  private PullRequest request() {
    return PullRequest.newBuilder()
        .setSubscription(address.subscriptionPath())
        .setMaxMessages(MOST_PULLED)
        .build();
  }

  /** The server ends a pull that waited long; that is no failure. */
  private List<ReceivedMessage> noneOrThrow(Throwable failed) throws IOException {
    boolean waitedLong =
        failed instanceof ApiException api
            && api.getStatusCode().getCode() == StatusCode.Code.DEADLINE_EXCEEDED;
    if (waitedLong) {
      return List.of();
    }
    throw new IOException(why(address, failed), failed);
  }

  static String why(PubsubAddress address, Throwable failed) {
    boolean missing =
        failed instanceof ApiException api
            && api.getStatusCode().getCode() == StatusCode.Code.NOT_FOUND;
    return missing
        ? "there is no subscription "
            + address.subscriptionPath()
            + ": make it, or mend the address"
        : "Pub/Sub did not answer for " + address.place() + ": " + failed.getMessage();
  }

  private void hold(List<ReceivedMessage> messages) {
    List<String> ids = messages.stream().map(ReceivedMessage::getAckId).toList();
    held.addAll(ids);
    deadline(ids, LEASE);
  }

  /** Also before what they hold has run out, as long as this process is there to ask. */
  private void renew() {
    try {
      deadline(List.copyOf(held), LEASE);
    } catch (RuntimeException unreachable) {
      // The next renewal asks again; messages that come twice meanwhile are counted once.
    }
  }

  private void deadline(Collection<String> ids, Duration time) {
    for (List<String> some : Iterables.partition(ids, MOST_IDS)) {
      stub.modifyAckDeadlineCallable()
          .call(
              ModifyAckDeadlineRequest.newBuilder()
                  .setSubscription(address.subscriptionPath())
                  .setAckDeadlineSeconds((int) time.toSeconds())
                  .addAllAckIds(some)
                  .build());
    }
  }

  /** Tells the server to forget messages; any thread may. */
  public void acknowledge(Collection<String> ids) {
    acknowledge(stub, address, ids);
    held.removeAll(ids);
  }

  /** The same, for a subscription that is no longer open. */
  static void acknowledgeAlone(PubsubAddress address, Collection<String> ids) {
    try (SubscriberStub stub = PubsubClients.subscriber(address)) {
      acknowledge(stub, address, ids);
    }
  }

  private static void acknowledge(
      SubscriberStub stub, PubsubAddress address, Collection<String> ids) {
    for (List<String> some : Iterables.partition(ids, MOST_IDS)) {
      stub.acknowledgeCallable()
          .call(
              AcknowledgeRequest.newBuilder()
                  .setSubscription(address.subscriptionPath())
                  .addAllAckIds(some)
                  .build());
    }
  }

  /** Gives messages to whoever asks next. */
  public void handBack(Collection<String> ids) {
    stopPulling(); // Else it would be us who is given them again.
    deadline(ids, Duration.ZERO);
    held.removeAll(ids);
  }

  private void stopPulling() {
    if (pulling != null) {
      boolean unused = pulling.cancel(true);
      pulling = null;
    }
  }

  /** What is held is given to others when its lease ends. */
  @Override
  public void close() {
    renewals.shutdownNow();
    stopPulling();
    stub.close();
  }
}
