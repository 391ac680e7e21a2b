package io.cloudpulse.transforms.pubsub;

import com.google.api.gax.rpc.AlreadyExistsException;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.cloud.pubsub.v1.stub.PublisherStub;
import com.google.cloud.pubsub.v1.stub.SubscriberStub;
import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.Topic;

/** Makes topics and subscriptions, on an emulator only: Google's are the stack's to make. */
public final class PubsubTopic {
  private PubsubTopic() {}

  /**
   * Sees to it that an address's topic is there.
   *
   * @throws IllegalStateException if it is not, and cannot be made
   */
  public static void prepare(PubsubAddress address) {
    try (PublisherStub stub = PubsubClients.publisher(address)) {
      if (address.isEmulator()) {
        make(stub, address);
      } else {
        var unused =
            stub.getTopicCallable()
                .call(GetTopicRequest.newBuilder().setTopic(address.topicPath()).build());
      }
    } catch (NotFoundException missing) {
      throw new IllegalStateException(
          "there is no topic %s: make it (gcloud pubsub topics create %s --project=%s), or mend the"
                  .formatted(address.topicPath(), address.name(), address.project())
              + " address",
          missing);
    } catch (ApiException failed) {
      throw new IllegalStateException(
          "Pub/Sub did not answer for " + address.place() + ": " + failed.getMessage(), failed);
    }
  }

  private static void make(PublisherStub stub, PubsubAddress address) {
    try {
      var unused =
          stub.createTopicCallable().call(Topic.newBuilder().setName(address.topicPath()).build());
    } catch (AlreadyExistsException there) {
      // So much the better.
    }
  }

  /** Makes a subscription of a topic where there is none. */
  public static void subscribe(PubsubAddress topic, PubsubAddress subscription) {
    try (SubscriberStub stub = PubsubClients.subscriber(subscription)) {
      var unused =
          stub.createSubscriptionCallable()
              .call(
                  com.google.pubsub.v1.Subscription.newBuilder()
                      .setName(subscription.subscriptionPath())
                      .setTopic(topic.topicPath())
                      .build());
    } catch (AlreadyExistsException there) {
      // It goes on with what it holds.
    }
  }
}
