package io.cloudpulse.pulumi;

import com.pulumi.gcp.projects.ServiceIdentity;
import com.pulumi.gcp.projects.ServiceIdentityArgs;
import com.pulumi.gcp.pubsub.Subscription;
import com.pulumi.gcp.pubsub.SubscriptionArgs;
import com.pulumi.gcp.pubsub.Topic;
import com.pulumi.gcp.pubsub.TopicArgs;
import com.pulumi.gcp.pubsub.inputs.SubscriptionDeadLetterPolicyArgs;
import com.pulumi.gcp.pubsub.inputs.SubscriptionExpirationPolicyArgs;
import com.pulumi.gcp.pubsub.inputs.SubscriptionRetryPolicyArgs;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A topic and a subscription for each dataset that streams, and one topic for what no subscriber
 * took.
 *
 * @param subscriptions by dataset
 * @param undelivered what was never taken: kept, so that nothing is lost in silence
 */
record Messaging(Map<String, Subscription> subscriptions, Subscription undelivered) {
  private static final String A_WEEK = "604800s";

  /**
   * The most that Pub/Sub allows. A pipeline acknowledges what it refuses, too; a message that
   * comes here was never taken by any.
   */
  private static final int DELIVERY_ATTEMPTS = 100;

  static Messaging in(Site site) {
    Topic undelivered = topic(site, "undelivered");
    Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    for (String dataset : site.settings().streams()) {
      subscriptions.put(dataset, stream(site, dataset, undelivered));
    }
    Messaging messaging = new Messaging(subscriptions, keep(site, undelivered));
    letPubSubMove(site, subscriptions, undelivered);
    return messaging;
  }

  private static Topic topic(Site site, String purpose) {
    return new Topic(
        purpose,
        TopicArgs.builder()
            .name(site.names().stream(purpose))
            .messageRetentionDuration(A_WEEK)
            .labels(site.names().labels())
            .build(),
        site.options());
  }

  private static Subscription stream(Site site, String dataset, Topic undelivered) {
    return new Subscription(
        dataset,
        subscription(site, dataset, topic(site, dataset))
            .retryPolicy(
                SubscriptionRetryPolicyArgs.builder()
                    .minimumBackoff("10s")
                    .maximumBackoff("600s")
                    .build())
            .deadLetterPolicy(
                SubscriptionDeadLetterPolicyArgs.builder()
                    .deadLetterTopic(undelivered.id())
                    .maxDeliveryAttempts(DELIVERY_ATTEMPTS)
                    .build())
            .build(),
        site.options());
  }

  private static Subscription keep(Site site, Topic undelivered) {
    return new Subscription(
        "undelivered", subscription(site, "undelivered", undelivered).build(), site.options());
  }

  private static SubscriptionArgs.Builder subscription(Site site, String purpose, Topic topic) {
    return SubscriptionArgs.builder()
        .name(site.names().stream(purpose))
        .topic(topic.id())
        .ackDeadlineSeconds(60)
        .messageRetentionDuration(A_WEEK)
        // Else Pub/Sub removes what nobody has read for a month.
        .expirationPolicy(SubscriptionExpirationPolicyArgs.builder().ttl("").build())
        .labels(site.names().labels());
  }

  /**
   * Pub/Sub itself moves what was not taken: as an account that Google makes when it is asked to.
   */
  private static void letPubSubMove(
      Site site, Map<String, Subscription> subscriptions, Topic undelivered) {
    ServiceIdentity pubSub =
        new ServiceIdentity(
            "pubsub",
            ServiceIdentityArgs.builder()
                .project(site.settings().project())
                .service("pubsub.googleapis.com")
                .build(),
            site.options());
    Grants grants = Identities.grants(site, "pubsub", pubSub.email());
    grants.topic("undelivered", undelivered, "roles/pubsub.publisher");
    subscriptions.forEach(
        (dataset, from) -> grants.subscription(dataset, from, "roles/pubsub.subscriber"));
  }
}
