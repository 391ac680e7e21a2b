package io.cloudpulse.transforms.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.pubsub.v1.AcknowledgeRequest;
import com.google.pubsub.v1.GetSubscriptionRequest;
import com.google.pubsub.v1.ModifyAckDeadlineRequest;
import com.google.pubsub.v1.PullRequest;
import com.google.pubsub.v1.PullResponse;
import com.google.pubsub.v1.ReceivedMessage;
import com.google.pubsub.v1.SubscriberGrpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a server of our own, for no other can be made to be slow. */
class SubscriptionTest {
  private static final Duration QUIET = Duration.ofMillis(50);

  private final SlowServer slow = new SlowServer();
  private Server server;

  @BeforeEach
  void startServer() throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = NettyServerBuilder.forAddress(free).addService(slow).build().start();
  }

  @AfterEach
  void stopServer() {
    server.shutdownNow();
  }

  private Subscription open() {
    return Subscription.open(
        PubsubAddress.parse(
            "pubsub://shop-project/orders?endpoint=http://127.0.0.1:" + server.getPort()));
  }

  @Test
  void ofASlowServerNothingIsNoAnswer() throws IOException {
    slow.waiting = List.of(ReceivedMessage.newBuilder().setAckId("a").build());

    try (Subscription subscription = open()) {
      assertThat(subscription.next(QUIET)).isEmpty();
      assertThat(subscription.nextUnlessSilent(QUIET))
          .extracting(ReceivedMessage::getAckId)
          .containsExactly("a");
    }
  }

  @Test
  void ofOneThatAnswersItIs() throws IOException {
    try (Subscription subscription = open()) {
      assertThat(subscription.nextUnlessSilent(QUIET)).isEmpty();
    }
  }

  @Test
  void oneThatHasGoneIsToldOf() {
    slow.gone = true;

    try (Subscription subscription = open()) {
      assertThatThrownBy(() -> subscription.nextUnlessSilent(QUIET))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "there is no subscription projects/shop-project/subscriptions/orders: make it, or"
                  + " mend the address");
    }
  }

  /** Hands out what waits no sooner than it is asked something else. */
  private static final class SlowServer extends SubscriberGrpc.SubscriberImplBase {
    private volatile List<ReceivedMessage> waiting = List.of();
    private volatile boolean gone;
    private StreamObserver<PullResponse> pull;

    @Override
    public synchronized void pull(PullRequest request, StreamObserver<PullResponse> answer) {
      pull = answer;
    }

    @Override
    public synchronized void getSubscription(
        GetSubscriptionRequest request, StreamObserver<com.google.pubsub.v1.Subscription> answer) {
      if (gone) {
        answer.onError(Status.NOT_FOUND.asRuntimeException());
        return;
      }
      if (!waiting.isEmpty()) {
        answered(pull, PullResponse.newBuilder().addAllReceivedMessages(waiting).build());
      }
      answered(answer, com.google.pubsub.v1.Subscription.getDefaultInstance());
    }

    @Override
    public void modifyAckDeadline(ModifyAckDeadlineRequest held, StreamObserver<Empty> answer) {
      answered(answer, Empty.getDefaultInstance());
    }

    @Override
    public void acknowledge(AcknowledgeRequest done, StreamObserver<Empty> answer) {
      answered(answer, Empty.getDefaultInstance());
    }

    private static <T> void answered(StreamObserver<T> answer, T with) {
      answer.onNext(with);
      answer.onCompleted();
    }
  }
}
